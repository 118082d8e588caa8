/** Pages of others: no browser can be made to open either channel for them with what it knows of us (T37). */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLOSE } from '../../shared/protocol/boardFrames.ts';
import type { CreatedSession } from '../../shared/protocol/rest.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { HallClient } from '../harness/hallClient.ts';
import { RawSocket, upgradeRequest } from '../harness/rawSocket.ts';
import { Siege } from '../harness/siege.ts';
import { WebPage } from '../harness/webPage.ts';

const FOREIGN = [
  'https://evil.example',
  'null',
  'file://',
  'http://127.0.0.1',
  'http://127.0.0.1:1',
  'chrome-extension://abcdefghijklmnop',
  'not an origin',
  '',
];

let siege: Siege;
let cookie: string;
let session: CreatedSession;
beforeAll(async () => {
  siege = await Siege.begin();
  const page = new WebPage(siege.server.base);
  const joined = await page.call<CreatedSession>('POST', '/api/session', { code: siege.made.hall.code });
  session = joined.body;
  cookie = page.cookieHeader;
}, 60_000);
afterAll(() => siege.end(), 60_000);

const boardPath = () => `/board/${siege.station}`;
const hallPath = '/socket.io/?EIO=4&transport=websocket';

/** The status with which an upgrade is answered. */
async function statusOf(path: string, headers: Record<string, string>): Promise<number | null> {
  const raw = await RawSocket.open(siege.server.port);
  raw.send(upgradeRequest(path, { Host: `127.0.0.1:${siege.server.port}`, ...headers }));
  await raw.whenClosed(2_000).catch(() => {});
  raw.end();
  return raw.status;
}

function hall(headers: Record<string, string>, token?: string): Promise<HallClient> {
  const auth = { hallId: siege.made.hall.id, ...(token ? { token } : {}) };
  return new HallClient(siege.server.base, { auth, headers }).settled();
}

describe.each(FOREIGN)('T37: a page of %j', (origin) => {
  test('gets 403 on the board channel, with a cookie and with a token', async () => {
    expect(await statusOf(boardPath(), { Origin: origin, Cookie: cookie })).toBe(403);
    expect(await statusOf(`${boardPath()}?token=${session.token}&v=1`, { Origin: origin })).toBe(403);
  });

  test('gets 403 on the hall channel', async () => {
    expect(await statusOf(hallPath, { Origin: origin, Cookie: cookie })).toBe(403);
    expect(await statusOf(hallPath, { Origin: origin })).toBe(403);
  });

  test('gets nothing by polling either', async () => {
    const response = await fetch(`${siege.server.base}/socket.io/?EIO=4&transport=polling`, {
      headers: { origin, cookie },
    });
    expect(response.status).toBe(403);
    expect(response.headers.get('access-control-allow-origin')).toBe(null);
  });
});

describe('T37: no Origin, as programs have none', () => {
  test('with a cookie alone: not let in on the board channel', async () => {
    const board = await BoardClient.open({
      base: siege.server.base,
      station: siege.station,
      headers: { cookie },
      mute: true,
    });
    expect((await board.whenClosed()).code).toBe(CLOSE.forbidden);
    expect(board.frames).toEqual([]);
  });

  test('with a cookie alone: not let in on the hall channel', async () => {
    const channel = await hall({ cookie });
    expect(channel.refused).toBe('forbidden');
    expect(channel.state).toBe(null);
    channel.leave();
  });

  test('with a token: let in on both, cookie or not', async () => {
    for (const headers of [{}, { cookie }] as Record<string, string>[]) {
      const board = await BoardClient.joined({
        base: siege.server.base,
        station: siege.station,
        token: session.token,
        headers,
      });
      expect(board.welcome?.mode).toBe('write');
      board.leave();
      const channel = await hall(headers, session.token);
      expect(channel.state?.id).toBe(siege.made.hall.id);
      channel.leave();
    }
  });
});

describe('a page of ours', () => {
  test('is let in on both channels by its cookie', async () => {
    const headers = { cookie, origin: siege.server.base };
    const board = await BoardClient.joined({ base: siege.server.base, station: siege.station, headers });
    expect(board.welcome?.mode).toBe('write');
    board.leave();
    const channel = await hall(headers);
    expect(channel.you?.participantId).toBe(session.participantId);
    channel.leave();
  });

  test('is not let in by a cookie that is nobody’s', async () => {
    const headers = { cookie: cookie.replace(/=.*/, '=x'), origin: siege.server.base };
    const board = await BoardClient.open({
      base: siege.server.base,
      station: siege.station,
      headers,
      mute: true,
    });
    expect((await board.whenClosed()).code).toBe(CLOSE.noSession);
    const channel = await hall(headers);
    expect(channel.refused).toBe('session_ended');
    channel.leave();
  });
});

test('nobody in the hall noticed any of it', () => siege.assertUnhurt('pages of others'));
