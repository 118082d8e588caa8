/** `/api/halls`: make a hall, look at one. */

import { timingSafeEqual } from 'node:crypto';
import { Router } from 'express';
import type { StationId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import { isBlank } from '../../shared/domain/note.ts';
import { builtInTemplate } from '../../shared/domain/templates/index.ts';
import {
  type CreatedHall,
  createHallSchema,
  type HallOverview,
  templateSchema,
} from '../../shared/protocol/rest.ts';
import { FaultError } from '../fault.ts';
import { stationLinks } from '../hall/links.ts';
import type { MadeHall } from '../hall/newborn.ts';
import { hashSecret } from '../hall/secrets.ts';
import { callerOf, type HttpParts, readBody } from './requests.ts';

export function hallRoutes(parts: HttpParts): Router {
  const routes = Router();

  routes.post('/halls', async (request, response) => {
    const { template, title, locale, createKey } = readBody(createHallSchema, request);
    mustHoldCreateKey(parts.config.createKey, createKey);
    if (isBlank(title)) throw new FaultError('empty', 'the hall has no title', 'title');
    const chosen =
      typeof template === 'string' ? templateSchema.parse(builtInTemplate(template, locale)) : template;
    const made = await parts.halls.make(chosen, title, locale);
    parts.log.info('hall.made', { hall: made.hall.id, stations: made.hall.stations.length });
    response.status(201).json(createdHall(made, parts.credentials.baseUrl(request)));
  });

  routes.get('/halls/:hallId', async (request, response) => {
    const { room } = await callerOf(parts, request, 'hall:read');
    const { id, title, code, locale, round, stations, people } = room.state();
    const overview: HallOverview = {
      hall: { id, title, code, locale, round },
      stations: stations.map(({ id, slug, title, kind, people, notes, status }) => ({
        id,
        slug,
        title,
        kind,
        people,
        notes,
        status,
      })),
      counts: { people, notes: stations.reduce((sum, { notes }) => sum + notes, 0) },
    };
    response.json(overview);
  });

  return routes;
}

/** A hall just made, as its maker is told of it: the only time its secrets are shown. */
export function createdHall({ hall, keys }: MadeHall, base: string): CreatedHall {
  const linksOf = (id: StationId) =>
    stationLinks(base, hall.id, id, { host: keys.host[id], wall: keys.wall });
  const byStation = (door: 'host' | 'wall') =>
    Object.fromEntries(hall.stations.map(({ id }) => [id, linksOf(id)[door]])) as Record<StationId, string>;
  return {
    hall: {
      id: hall.id,
      title: hall.title,
      code: hall.code,
      stations: hall.stations.map(({ id, slug, title, kind }) => ({ id, slug, title, kind })),
    },
    keys,
    links: {
      organiser: base + paths.organise(hall.id, keys.organiser),
      join: base + paths.joinByKey(keys.join),
      wall: byStation('wall'),
      host: byStation('host'),
    },
  };
}

/** @throws {FaultError} create_key_required */
export function mustHoldCreateKey(wanted: string | undefined, given: string | undefined): void {
  if (wanted === undefined) return;
  // Hashes have one length, so the comparison tells nothing of the key's.
  const same = timingSafeEqual(Buffer.from(hashSecret(wanted)), Buffer.from(hashSecret(given ?? '')));
  if (!same)
    throw new FaultError('create_key_required', 'this server asks for a key to make halls', 'createKey');
}
