/**
 * T55: two people edit the same text at and inside an emoji, at the same moment, and delete half of it. Whatever
 * becomes of it, nobody ever has half a character: not their screens, not the disk, not the export.
 */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { textOf } from '../../shared/board/boardDoc.ts';
import { type Change, editText } from '../../shared/board/boardOps.ts';
import type { NoteId, StationId } from '../../shared/domain/ids.ts';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import { Boarder } from '../crowd/Boarder.ts';
import { Random } from '../crowd/random.ts';
import { call, makeHall, sessionOf } from '../harness/hall.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';
import { StockClient } from '../harness/stockClient.ts';
import { until } from '../harness/until.ts';

const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9));
const ROUNDS = 60;
/** Code points of a text, before it is cut to that. */
const LONGEST = 80;
/** Half a surrogate pair, or what Yjs puts in its place. */
const HALF = /\uFFFD|\p{Surrogate}/u;
const FAMILY = '👩‍👩‍👧‍👦';
const BITS = ['😀', '😁', '🫠', FAMILY, '🇳🇴', '🇸🇪', '👍🏽', '👍', 'é', 'æ', '\u200d', ' ', 'x', '🏳️‍🌈'];

const folder = tempFolder();
let server: ServerProcess;
let made: CreatedHall;
let station: StationId;
/** Whose note it is, and the host, who may edit all. */
let kari: Boarder;
let host: Boarder;
/** An unchanged provider, looking on. */
let wall: StockClient;
beforeAll(async () => {
  console.log(`seed ${SEED}`);
  server = await startServer({ dataDir: folder.path });
  made = await makeHall(server.base, 'blank');
  station = made.hall.stations[0]!.id;
  const person = async (role: 'participant' | 'host', stock = false) => {
    const { token } = await sessionOf(server.base, made, role);
    const boarder = new Boarder({ baseUrl: server.base, stationId: station, token, stock });
    await boarder.joined();
    return boarder;
  };
  [kari, host] = await Promise.all([person('participant'), person('host')]);
  wall = await new StockClient(
    server.base,
    station,
    (await sessionOf(server.base, made, 'wall')).token,
  ).synced();
}, 60_000);
afterAll(async () => {
  kari.close();
  host.close();
  wall.leave();
  await server.stop();
  folder.remove();
});

const sides = () => [kari.doc, host.doc, wall.doc];
const seen = (doc: Y.Doc, id: NoteId) => textOf(doc, id)?.toString();
const docText = (doc: Y.Doc, id: NoteId) => textOf(doc, id)!;

/** Hangs a note of Kari's, and waits until all have it. */
async function hang(text: string): Promise<NoteId> {
  const { id, edit } = kari.add({ text, pos: [0, 0] });
  expect(await edit.outcome).toBe('saved');
  await until(() => sides().every((doc) => seen(doc, id) === text), { what: 'all to see the note' });
  return id;
}

/** Waits until all that was done is everywhere. @returns the text that all have */
async function settled(id: NoteId): Promise<string> {
  await Promise.all([kari.allSettled(), host.allSettled()]);
  await Promise.all([kari.joined(), host.joined()]);
  const path = `/api/halls/${made.hall.id}/stations/${station}/notes`;
  const { token } = await sessionOf(server.base, made, 'organiser');
  return until(
    async () => {
      const { body } = await call<{ notes: { id: NoteId; text: string }[] }>(server.base, 'GET', path, {
        token,
      });
      const stored = body.notes.find((note) => note.id === id)?.text;
      return sides().every((doc) => seen(doc, id) === stored) ? stored : undefined;
    },
    { what: 'all to have the same text' },
  );
}

/** What a field of a page may do with a text: nothing but whole code points, at any place. */
function changed(text: string, random: Random): string {
  const points = [...text].slice(0, LONGEST);
  const at = random.whole(0, points.length);
  const gone = random.chance(0.6) ? random.whole(0, Math.min(3, points.length - at)) : 0;
  const come = Array.from({ length: random.whole(gone === 0 ? 1 : 0, 2) }, () => random.pick(BITS)!);
  return [...points.slice(0, at), ...come, ...points.slice(at + gone)].join('');
}

/** A change that no text field makes: of the code units as they lie. Read by Yjs alone. */
const raw =
  (id: NoteId, change: (text: Y.Text) => void) =>
  (doc: Y.Doc): Change[] => {
    doc.transact(() => change(docText(doc, id)));
    return [{ kind: 'text', id, before: '', after: '' }];
  };

describe(`T55 two people in one emoji (SEED=${SEED})`, () => {
  it.each<[string, string, string, string]>([
    ['one writes before it, the other behind', 'a😀b', 'aX😀b', 'a😀Yb'],
    ['both put another in its place that begins with the same half', 'a😀b', 'a😁b', 'a😂b'],
    ['both put another in its place that ends with the same half', 'a😀b', 'a🨀b', 'a🔀b'],
    ['one deletes it, the other writes next to it', 'a😀b', 'ab', 'a😀😀b'],
    ['both delete it', 'a😀b', 'ab', 'ab'],
    ['one takes a person out of a family, the other puts one in', FAMILY, '👩‍👧‍👦', '👩‍👩‍👧‍👦‍👦'],
    ['one takes half a flag, the other puts a letter between its halves', '🇳🇴', '🇳', '🇳x🇴'],
    ['one takes the colour of a thumb, the other changes it', '👍🏽', '👍', '👍🏿'],
  ])('%s', async (_, before, karis, hosts) => {
    const id = await hang(before);
    // In one turn: neither has heard of the other.
    kari.edit((doc) => editText(doc, id, karis));
    host.edit((doc) => editText(doc, id, hosts));
    const text = await settled(id);
    expect(text).not.toMatch(HALF);
    expect([kari.refusals, host.refusals]).toEqual([[], []]);
  });

  it(`${ROUNDS} times anything in anything, whole code points at a time: nobody is refused, all have the same`, async () => {
    const random = new Random(SEED);
    const id = await hang(`${FAMILY}😀🇳🇴👍🏽`);
    for (let round = 0; round < ROUNDS; round++) {
      for (const person of [kari, host]) {
        for (let times = random.whole(0, 2); times > 0; times--) {
          person.edit((doc) => editText(doc, id, changed(seen(doc, id)!, random)));
        }
      }
      if (random.chance(0.3)) await settled(id);
      for (const doc of sides()) expect(seen(doc, id)).not.toMatch(HALF);
    }
    expect(await settled(id)).not.toMatch(HALF);
    expect([kari.refusals, host.refusals]).toEqual([[], []]);
  });

  it.each<[string, (text: Y.Text) => void]>([
    ['deletes its first half', (text) => text.delete(1, 1)],
    ['deletes its second half', (text) => text.delete(2, 1)],
    ['writes between its halves', (text) => text.insert(2, 'x')],
    ['writes an emoji between its halves', (text) => text.insert(2, '😁')],
  ])(
    'a program %s: whatever becomes of that, the others have no half of it, and it begins anew',
    async (_, change) => {
      const id = await hang('a😀b');
      const refusals = host.refusals.length;
      const outcome = host.edit(raw(id, change)).outcome;
      const other = kari.edit((doc) => editText(doc, id, 'a😀b og mer'));
      expect(await other.outcome).toBe('saved');
      await outcome;
      const text = await settled(id);
      expect(text).not.toMatch(/\p{Surrogate}/u);
      // Either it was refused, with nothing of it anywhere, or it was whole by the time it was sent.
      if (host.refusals.length > refusals) expect(text).toBe('a😀b og mer');
      expect(text).toContain('😀');
      expect(kari.refusals).toEqual([]);
    },
  );

  it('and none of all this is in the export, or on the board after a restart', async () => {
    const session = await sessionOf(server.base, made, 'organiser');
    const path = `/api/halls/${made.hall.id}/export?format=json`;
    const before = JSON.stringify((await call(server.base, 'GET', path, session)).body);
    expect(before).not.toMatch(/\\ud[89a-f]/i);
    const { port } = server;
    await server.stop();
    server = await startServer({ dataDir: folder.path, port });
    await Promise.all([kari.joined(), host.joined()]);
    const path2 = `/api/halls/${made.hall.id}/stations/${station}/notes`;
    const { body } = await call<{ notes: { text: string }[] }>(server.base, 'GET', path2, session);
    for (const { text } of body.notes) expect(text).not.toMatch(/\p{Surrogate}/u);
  });
});
