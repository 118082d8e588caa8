/** The promise, with a real process and a real disk: killed at random moments, nothing acknowledged is lost or doubled. */

import { afterAll, describe, expect, it } from 'vitest';
import type { NoteView } from '../../shared/board/boardDoc.ts';
import { type NoteId, newId, type StationId } from '../../shared/domain/ids.ts';
import { Boarder } from '../crowd/Boarder.ts';
import { Padder } from '../crowd/Padder.ts';
import { Random } from '../crowd/random.ts';
import { call, makeHall, sessionOf } from '../harness/hall.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';
import { until } from '../harness/until.ts';

const PADS = 12;
const BOARDS = 8;
const NOTES_EACH = 25;
const KILLS = 6;
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9));

const folder = tempFolder();
let server: ServerProcess;
afterAll(async () => {
  await server?.kill();
  folder.remove();
});

describe(`T10 kill -9 (SEED=${seed})`, () => {
  it(`P1 ${PADS + BOARDS} people write ${(PADS + BOARDS) * NOTES_EACH} notes while the server is killed ${KILLS} times: each is there once`, async () => {
    const random = new Random(seed);
    server = await startServer({ dataDir: folder.path });
    const { port, base } = server;
    const made = await makeHall(base);
    const stations = made.hall.stations.map(({ id }) => id);
    const wanted = new Map<NoteId, { station: StationId; text: string }>();
    let acknowledged = 0;
    const acked: NoteId[] = [];
    const keep = (id: NoteId) => {
      acknowledged++;
      acked.push(id);
    };

    const pads = await Promise.all(
      Array.from({ length: PADS }, async () => new Padder(base, await sessionOf(base, made, 'participant'))),
    );
    const boards = await Promise.all(
      Array.from({ length: BOARDS }, async (_, n) => {
        const stationId = stations[n % stations.length]!;
        const { token } = await sessionOf(base, made, 'participant');
        const boarder = new Boarder({ baseUrl: base, stationId, token, random: new Random(seed + n) });
        await boarder.joined();
        return boarder;
      }),
    );

    const padWork = pads.map(async (pad, n) => {
      for (let index = 0; index < NOTES_EACH; index++) {
        const [id, station, text] = [
          newId('n'),
          stations[(n + index) % stations.length]!,
          `pad ${n} lapp ${index}`,
        ];
        wanted.set(id, { station, text });
        await pad.write({ id, stationId: station, text });
        keep(id);
      }
    });
    const boardWork = boards.map(async (boarder, n) => {
      for (let index = 0; index < NOTES_EACH; index++) {
        const id = newId('n');
        const text = `tavle ${n} lapp ${index}`;
        wanted.set(id, { station: boarder.stationId, text });
        const { edit } = boarder.add({ id, text, pos: [index * 220, n * 220] });
        // Half of them don't wait: their edits pile up while the server is away, as a person's do.
        if (n % 2 === 0 || index % 5 === 4) expect(await edit.outcome).toBe('saved');
        void edit.outcome.then((outcome) => outcome === 'saved' && keep(id));
      }
      expect(await boarder.allSettled()).toBe(true);
    });

    const work = Promise.all([...padWork, ...boardWork]);
    const total = (PADS + BOARDS) * NOTES_EACH;
    let finished = false;
    void work.then(() => {
      finished = true;
    });
    for (let kill = 1; kill <= KILLS; kill++) {
      const at = Math.floor((total * (kill - 0.5 + random.next() * 0.5)) / (KILLS + 1));
      await until(() => acknowledged >= at || finished, { what: `${at} acknowledged notes`, within: 60_000 });
      // A moment that nothing in the program chooses: between two steps of the pipeline as likely as in one.
      await new Promise((resolve) => setTimeout(resolve, random.next() * 25));
      const safe = acked.length;
      await server.kill();
      server = await startServer({ dataDir: folder.path, port });
      const now = await everything(base, made, stations);
      for (const id of acked.slice(0, safe)) expect(now.get(id)?.length, `${id} after kill ${kill}`).toBe(1);
    }
    await work;

    const found = await everything(base, made, stations);
    const texts = [...found.values()].flat().map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.length).toBe(total);
    for (const [id, { text }] of wanted) expect(found.get(id)?.map((note) => note.text)).toEqual([text]);
    for (const person of [...pads, ...boards]) person.close();
    expect(boards.flatMap(({ refusals }) => refusals)).toEqual([]);
    expect(server.log()).not.toMatch(/"level":"error"/);
  }, 180_000);
});

async function everything(base: string, made: Awaited<ReturnType<typeof makeHall>>, stations: StationId[]) {
  const { token } = await sessionOf(base, made, 'organiser');
  const found = new Map<NoteId, NoteView[]>();
  for (const station of stations) {
    const path = `/api/halls/${made.hall.id}/stations/${station}/notes`;
    const { body } = await call<{ notes: NoteView[] }>(base, 'GET', path, { token });
    for (const note of body.notes) found.set(note.id, [...(found.get(note.id) ?? []), note]);
  }
  return found;
}
