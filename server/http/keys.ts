/** `/api/halls/:hallId/keys`: the organiser's keys. Secrets are shown once, at the making; a withdrawn key is withdrawn for good. */

import { Router } from 'express';
import type { KeyId, StationId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import { type CreatedKey, createKeySchema, type KeyInfo } from '../../shared/protocol/rest.ts';
import { FaultError } from '../fault.ts';
import type { HallRoom } from '../hall/HallRoom.ts';
import type { KeyRecord, SessionRecord } from '../ports.ts';
import { callerOf, type HttpParts, readBody } from './requests.ts';

export function keyRoutes(parts: HttpParts): Router {
  const { store, halls, sessions, credentials, log } = parts;
  const routes = Router();

  routes.get('/halls/:hallId/keys', async (request, response) => {
    const { room } = await callerOf(parts, request, 'hall:organise');
    const [keys, live] = await Promise.all([store.keys(room.hall.id), store.sessions(room.hall.id)]);
    response.json({ keys: keys.map((key) => keyInfo(key, live)) });
  });

  routes.post('/halls/:hallId/keys', async (request, response) => {
    const { room } = await callerOf(parts, request, 'hall:organise');
    const { role, stationId } = readBody(createKeySchema, request);
    if ((role === 'host') !== (stationId !== undefined)) {
      throw new FaultError('malformed', 'a host’s key, and only that, is for a station', 'stationId');
    }
    const { key, secret } = await halls.addKey(room, role, stationId as StationId | undefined);
    const first = room.hall.stations[0]!.id;
    const path = {
      organiser: () => paths.organise(room.hall.id, secret),
      host: () => paths.desk(room.hall.id, key.stationId!, secret),
      participant: () => paths.joinByKey(secret),
      wall: () => paths.wall(room.hall.id, first, secret),
    }[role]();
    const created: CreatedKey = {
      key: keyInfo(key, []),
      secret,
      link: credentials.baseUrl(request) + path,
      ...(key.code ? { code: key.code } : {}),
    };
    response.status(201).json(created);
  });

  // One at a time: of two organisers who withdraw each other's key at once, the second must find that it is the last.
  let line: Promise<unknown> = Promise.resolve();
  routes.delete('/halls/:hallId/keys/:keyId', async (request, response) => {
    const { room } = await callerOf(parts, request, 'hall:organise');
    const withdrawn = line.then(() => withdraw(room, request.params.keyId as KeyId));
    line = withdrawn.catch(() => {});
    await withdrawn;
    response.json({});
  });

  async function withdraw(room: HallRoom, keyId: KeyId): Promise<void> {
    const keys = await store.keys(room.hall.id);
    const key = keys.find(({ id }) => id === keyId);
    if (!key) throw new FaultError('not_found', 'no such key in this hall', 'keyId');
    const otherOrganiser = keys.some(
      ({ id, role, withdrawnAt }) => role === 'organiser' && withdrawnAt === undefined && id !== key.id,
    );
    if (key.role === 'organiser' && !otherOrganiser) {
      throw new FaultError(
        'forbidden',
        'the last organiser key stays, or nobody could run the hall',
        'keyId',
      );
    }
    await sessions.withdraw(key);
    log.info('key.withdrawn', { hall: room.hall.id, role: key.role });
  }

  return routes;
}

function keyInfo(
  { id, role, stationId, createdAt, withdrawnAt }: KeyRecord,
  live: readonly SessionRecord[],
): KeyInfo {
  return {
    id,
    role,
    createdAt,
    ...(stationId ? { stationId } : {}),
    ...(withdrawnAt === undefined ? {} : { withdrawnAt }),
    sessions: live.filter(({ keys }) => keys.includes(id)).length,
  };
}
