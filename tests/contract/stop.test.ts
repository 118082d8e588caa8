/** A graceful stop (T12): a server told to end ends soon, loses nothing, and its people come back by themselves. */

import { afterAll, describe, expect, it } from 'vitest';
import type { NoteView } from '../../shared/board/boardDoc.ts';
import { type NoteId, newId } from '../../shared/domain/ids.ts';
import { CLOSE } from '../../shared/protocol/boardFrames.ts';
import { Boarder } from '../crowd/Boarder.ts';
import { Padder } from '../crowd/Padder.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { call, makeHall, sessionOf } from '../harness/hall.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';
import { until } from '../harness/until.ts';

const PADS = 30;
const BOARDS = 10;
const NOTES_EACH = 20;

const folder = tempFolder();
let server: ServerProcess;
afterAll(async () => {
  await server?.kill();
  folder.remove();
});

describe('a stop that fails', () => {
  it('ends the process all the same, and says that it failed', async () => {
    const data = tempFolder();
    const broken = `import net from 'node:net';net.Server.prototype.close=()=>{throw new Error('broken')}`;
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(broken)}` };
    const failing = await startServer({ dataDir: data.path, env });
    expect(await failing.stop()).toBe(1);
    expect(failing.log()).toContain('server.stop_failed');
    data.remove();
  });
});

describe('T12 SIGTERM', () => {
  it('with people writing: ends with 0 after what is under way, closes with 1012, and all is there once afterwards', async () => {
    server = await startServer({ dataDir: folder.path });
    const { base, port } = server;
    const made = await makeHall(base);
    const station = made.hall.stations[0]!.id;
    const ids = new Set<NoteId>();
    let acknowledged = 0;
    const pads = await Promise.all(
      Array.from({ length: PADS }, async () => new Padder(base, await sessionOf(base, made, 'participant'))),
    );
    const boards = await Promise.all(
      Array.from({ length: BOARDS }, async () => {
        const { token } = await sessionOf(base, made, 'participant');
        const boarder = new Boarder({ baseUrl: base, stationId: station, token });
        await boarder.joined();
        return boarder;
      }),
    );
    const watcher = await BoardClient.joined({
      base,
      station,
      token: (await sessionOf(base, made, 'wall')).token,
    });

    const work = Promise.all([
      ...pads.map(async (pad) => {
        for (let n = 0; n < NOTES_EACH; n++) {
          const id = newId('n');
          ids.add(id);
          await pad.write({ id, stationId: station, text: `lapp ${id}` });
          acknowledged++;
        }
      }),
      ...boards.map(async (boarder) => {
        for (let n = 0; n < NOTES_EACH; n++) {
          const { id, edit } = boarder.add({ text: 'fra tavla', pos: [n * 220, 0] });
          ids.add(id);
          expect(await edit.outcome).toBe('saved');
          acknowledged++;
        }
      }),
    ]);
    await until(() => acknowledged > 100, { what: 'a hundred notes' });
    expect(await server.stop()).toBe(0);
    expect((await watcher.whenClosed()).code).toBe(CLOSE.restart);
    server = await startServer({ dataDir: folder.path, port });
    await work;

    const { token } = await sessionOf(base, made, 'organiser');
    const path = `/api/halls/${made.hall.id}/stations/${station}/notes`;
    const { body } = await call<{ notes: NoteView[] }>(base, 'GET', path, { token });
    expect(body.notes.map(({ id }) => id).sort()).toEqual([...ids].sort());
    for (const person of [...pads, ...boards]) person.close();
  }, 120_000);

  it('with nobody left to read its log: the hall goes on, and it ends when it is told to', async () => {
    const deaf = await startServer();
    const made = await makeHall(deaf.base);
    deaf.deafen();
    // Each is a line in the log: a handshake that is none, twice.
    for (let n = 0; n < 2; n++) await fetch(`${deaf.base}/socket.io/?EIO=1&transport=polling`);
    const { status } = await call(deaf.base, 'GET', `/api/halls/${made.hall.id}`, {
      token: (await sessionOf(deaf.base, made, 'participant')).token,
    });
    expect(status).toBe(200);
    expect(await deaf.stop()).toBe(0);
  });
});
