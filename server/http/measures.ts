/**
 * Owners of measures: links made and withdrawn by whoever writes the plan, and what comes by them at `/api/measure`,
 * without a session. A key is sent in the body, so that it stands in no log of paths.
 */

import { type Request, Router } from 'express';
import { MEASURE_ID, type MeasureId, planOf } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import type { OwnedMeasure } from '../../shared/domain/results.ts';
import { type MeasureView, measuresOf, readMeasure } from '../../shared/plan/planDoc.ts';
import { ownerKeySchema, statusSchema } from '../../shared/protocol/resultsRest.ts';
import { FaultError } from '../fault.ts';
import type { HallRoom } from '../hall/HallRoom.ts';
import type { Rate } from '../rateLimit.ts';
import { checksCalendar } from '../results/calendar.ts';
import {
  checksOf,
  hallOfKey,
  makeOwnerKey,
  measureOfKey,
  measureStatuses,
  statusesOf,
  tell,
  untell,
  withdrawOwnerKey,
} from '../results/owners.ts';
import { recordDeed } from './deeds.ts';
import { callerOf, type HttpParts, readBody } from './requests.ts';
import { limits } from './results.ts';

/** By hall: links can't be guessed, so this only keeps a program that went wrong from filling the disk. */
const OWNERS: Rate = { perSecond: 10, burst: 100 };

export function measureRoutes(parts: HttpParts): Router {
  const { credentials, log, clock } = parts;
  const routes = Router();
  const owners = limits(parts, OWNERS);

  routes.get('/halls/:hallId/measures/status', async (request, response) => {
    const { room } = await callerOf(parts, request, 'plan:read');
    response.setHeader('Cache-Control', 'no-store');
    response.json(measureStatuses(room));
  });

  routes.post('/halls/:hallId/measures/:measureId/owner', async (request, response) => {
    const caller = await callerOf(parts, request, 'plan:write');
    const id = measureIdOf(request);
    if (!(await measureIn(caller.room, id))) throw noMeasure();
    const key = await makeOwnerKey(caller.room, id);
    await recordDeed(parts, caller, 'measure:owner', 'on');
    response.setHeader('Cache-Control', 'no-store');
    response.status(201).json({ link: credentials.baseUrl(request) + paths.measureOwner(key) });
  });

  routes.delete('/halls/:hallId/measures/:measureId/owner', async (request, response) => {
    const caller = await callerOf(parts, request, 'plan:write');
    if (await withdrawOwnerKey(caller.room.items, measureIdOf(request)))
      await recordDeed(parts, caller, 'measure:owner', 'off');
    response.json({});
  });

  routes.delete('/halls/:hallId/measures/:measureId/status/:check', async (request, response) => {
    const caller = await callerOf(parts, request, 'hall:organise');
    if (await untell(caller.room.items, measureIdOf(request), Number(request.params.check)))
      await recordDeed(parts, caller, 'measure:status', 'off');
    response.json({});
  });

  routes.post('/measure', async (request, response) => {
    const { key } = readBody(ownerKeySchema, request);
    response.setHeader('Cache-Control', 'no-store');
    response.json((await ownedBy(key)).owned);
  });

  routes.post('/measure/status', async (request, response) => {
    const { key, ...told } = readBody(statusSchema, request);
    const { room, id } = await ownedBy(key);
    const statuses = await tell(room.items, id, { ...told, at: clock.now() });
    log.info('measure.told', { hall: room.hall.id, check: told.check, status: told.status });
    response.json({ statuses });
  });

  routes.post('/measure/calendar', async (request, response) => {
    const { key } = readBody(ownerKeySchema, request);
    const { id, owned } = await ownedBy(key);
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Disposition', 'attachment; filename="tiltak.ics"');
    response.type('text/calendar; charset=utf-8').send(checksCalendar(id, owned));
  });

  /** What a key is for. @throws {FaultError} not_found, the same whatever is wrong with it */
  async function ownedBy(key: string): Promise<{ room: HallRoom; id: MeasureId; owned: OwnedMeasure }> {
    const hallId = hallOfKey(key);
    const room = hallId && (await parts.halls.get(hallId).catch(passNotFound));
    if (!room) throw badKey();
    const id = measureOfKey(room.items, key);
    if (!id) throw badKey();
    // Only good keys are counted: a hall's id is no secret, and whoever knows it shall shut no owner out.
    owners(room.hall.id);
    const measure = await measureIn(room, id);
    if (!measure) throw badKey();
    const { title, why, firstStep, owner = '' } = measure;
    const owned: OwnedMeasure = {
      hall: room.hall.title,
      locale: room.hall.locale,
      measure: { title, why, firstStep, owner },
      checks: checksOf(room),
      statuses: statusesOf(room.items)[id] ?? [],
    };
    return { room, id, owned };
  }

  async function measureIn(room: HallRoom, id: MeasureId): Promise<MeasureView | null> {
    const plan = await parts.boards.get(planOf(room.hall.id));
    return plan.read((doc) => readMeasure(id, measuresOf(doc).get(id)));
  }

  return routes;
}

function measureIdOf(request: Request): MeasureId {
  const id = String(request.params.measureId);
  if (!MEASURE_ID.test(id)) throw noMeasure();
  return id as MeasureId;
}

function passNotFound(error: unknown): null {
  if (error instanceof FaultError && error.code === 'not_found') return null;
  throw error;
}

const noMeasure = () => new FaultError('not_found', 'no such measure in this hall', 'measureId');
const badKey = () => new FaultError('not_found', 'this link is not valid (any more)', 'key');
