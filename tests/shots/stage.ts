/** A hall at work, for pictures: notes grouped and alone, people at the stations, one of them with notes of their own. */

import * as Y from 'yjs';
import { addNote, makeCluster } from '../../shared/board/boardOps.ts';
import { type Box, clusterBox, NOTE_SIZE } from '../../shared/board/boardView.ts';
import type { Locale } from '../../shared/domain/hall.ts';
import { type HallId, type NoteId, newId, type StationId } from '../../shared/domain/ids.ts';
import type { CreatedHall, CreatedSession } from '../../shared/protocol/rest.ts';
import { BoardLink } from '../bench/load/BoardLink.ts';
import { ourWire } from '../bench/load/wires.ts';
import { Random } from '../crowd/random.ts';
import { createHall, joinByCode, sessionByKey } from '../crowd/rest.ts';
import { DEMO_NOTES } from '../demo/notes.ts';
import { HallClient } from '../harness/hallClient.ts';
import { until } from '../harness/until.ts';
import { noteTexts, type ShotNote, TITLES } from './noteTexts.ts';
import { type ToldHall, tellHall } from './toldHall.ts';

export interface Stage {
  notes: number;
  language: Locale;
  made: CreatedHall;
  hall: HallId;
  /** The station that has all the notes. */
  station: StationId;
  timeline: StationId;
  /** Beside it, a hall in the same language that is over and told of. */
  told: ToldHall;
  /** Somebody who has written some of them. */
  person: CreatedSession;
  leave(): void;
}

const HALL_TITLES: Record<Locale, string> = {
  nb: 'Hvem tar vakta i 2040?',
  nn: 'Kven tek vakta i 2040?',
  en: 'Who takes the shift in 2040?',
};
const NAMES = ['Kari', 'Mohammed', 'Ingrid', 'Aslak', 'Thuy', 'Olav'];
const ROUNDS = 3;
/** Notes in one update: well under the largest frame that the server takes. */
const AT_ONCE = 100;
const AIR = 40;
/** Groups that stay small enough to look into. */
const GROUP_MAX = 18;
const START = Date.UTC(2026, 10, 21, 9);

/** Fills a hall with so many notes at its first station, and some at the others. */
export async function setStage(base: string, notes: number, language: Locale): Promise<Stage> {
  const random = new Random(notes + 1);
  const made = await createHall(base, {
    template: 'vandrehallen',
    title: HALL_TITLES[language],
    locale: language,
  });
  const organiser = await sessionByKey(base, made.keys.organiser);
  const clients: HallClient[] = [];
  const steward = await HallClient.joined(base, organiser);
  clients.push(steward);
  if (notes > 0) await asked(steward.socket.emitWithAck('round:start', { round: ROUNDS }));
  for (const [index, { id, kind }] of made.hall.stations.entries()) {
    const count = index === 0 ? notes : Math.min(40, Math.ceil(notes / 5));
    if (kind === 'timeline') await hangTimeline(base, organiser.token, id, count);
    else await hang(base, organiser.token, id, count - (index === 0 ? OWN.length : 0), random);
  }
  const station = made.hall.stations[0]!.id;
  const person = await joinByCode(base, made.hall.code, { name: NAMES[0]! });
  if (notes > 0) clients.push(await writeOwn(base, person, station));
  const others = notes === 0 ? 0 : Math.min(40, 3 + Math.round(notes / 12));
  for (let index = 0; index < others; index++) {
    const session = await joinByCode(base, made.hall.code, { name: NAMES[index % NAMES.length]! });
    const client = await HallClient.joined(base, session);
    clients.push(client);
    const at = random.chance(0.5) ? station : random.pick(made.hall.stations)!.id;
    await asked(client.socket.emitWithAck('station:enter', { stationId: at }));
  }
  return {
    notes,
    language,
    made,
    hall: made.hall.id,
    station,
    timeline: made.hall.stations.find(({ kind }) => kind === 'timeline')!.id,
    told: await tellHall(base, language),
    person,
    leave: () => {
      for (const { socket } of clients) socket.disconnect();
    },
  };
}

/** What the person with the pad has written. */
const OWN = [
  'La lærlingene stå for hele presentasjonen, også spørsmålene etterpå',
  'Sommerjobb til alle som vil, ikke bare til dem som kjenner noen',
  'Fadder 🙂',
];

async function writeOwn(base: string, person: CreatedSession, station: StationId): Promise<HallClient> {
  const client = await HallClient.joined(base, person);
  for (const text of OWN) {
    await asked(client.socket.emitWithAck('note:write', { stationId: station, id: newId('n'), text }));
  }
  return client;
}

async function asked(answer: Promise<{ ok: boolean; error?: { message: string } }>): Promise<void> {
  const { ok, error } = await answer;
  if (!ok) throw new Error(error?.message);
}

// ── walls ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** Something that hangs: a group, or one note. */
interface Thing {
  title: string | null;
  notes: ShotNote[];
  box: Box;
}

async function hang(
  base: string,
  token: string,
  station: StationId,
  count: number,
  random: Random,
): Promise<void> {
  if (count <= 0) return;
  const texts = noteTexts(count, ROUNDS, random);
  const things = packed(thingsOf(texts, count <= 8), random);
  await write(base, token, station, (doc) => {
    let written = 0;
    for (const { title, notes, box } of things) {
      const ids = notes.map(({ text, round, level }): NoteId => {
        const id = newId('n');
        const at = START + written++ * 20_000;
        addNote(doc, { id, text, pos: [box.x, box.y], round, at, level });
        return id;
      });
      if (title === null) continue;
      makeCluster(doc, { id: newId('c'), title, pos: [box.x, box.y] }, ids);
    }
  });
}

/** Groups and lone notes. `early`: nobody has grouped anything yet. */
function thingsOf(notes: readonly ShotNote[], early: boolean): Thing[] {
  const groups = new Map<string, ShotNote[]>();
  const things: Thing[] = [];
  for (const note of notes) {
    if (early || !note.group) things.push(alone(note));
    else groups.set(note.group, [...(groups.get(note.group) ?? []), note]);
  }
  for (const [group, all] of groups) {
    if (all.length === 1) things.push(alone(all[0]!));
    else {
      for (let from = 0; from < all.length; from += GROUP_MAX) {
        const some = all.slice(from, from + GROUP_MAX);
        const title = (TITLES[group] ?? '') + (from > 0 ? ` (${from / GROUP_MAX + 1})` : '');
        things.push({ title, notes: some, box: clusterBox([0, 0], some.length) });
      }
    }
  }
  return things;
}

const alone = (note: ShotNote): Thing => ({
  title: null,
  notes: [note],
  box: { x: 0, y: 0, w: NOTE_SIZE, h: NOTE_SIZE },
});

/** Side by side in shelves, wider than high as walls are, and not quite straight, as hands leave them. */
function packed(things: readonly Thing[], random: Random): Thing[] {
  const area = things.reduce((sum, { box }) => sum + (box.w + AIR) * (box.h + AIR), 0);
  const width = Math.max(3 * NOTE_SIZE, Math.sqrt(area * 1.9));
  let [x, y, height] = [0, 0, 0];
  const hung = [...things]
    .sort((a, b) => b.box.h - a.box.h)
    .map((thing) => {
      const { w, h } = thing.box;
      if (x > 0 && x + w > width) {
        x = 0;
        y += height + AIR;
        height = 0;
      }
      const skew = () => random.whole(-12, 12);
      const box = { x: x + skew(), y: y + skew(), w, h };
      x += w + AIR;
      height = Math.max(height, h);
      return { ...thing, box };
    });
  // Around the middle of the board, from which it grows.
  const [left, up] = [Math.round(width / 2), Math.round((y + height) / 2)];
  return hung.map(({ box, ...thing }) => ({ ...thing, box: { ...box, x: box.x - left, y: box.y - up } }));
}

async function hangTimeline(base: string, token: string, station: StationId, count: number): Promise<void> {
  const notes = DEMO_NOTES.filter((note) => note.station === 'tidslinja' && note.round <= ROUNDS).slice(
    0,
    count,
  );
  if (notes.length === 0) return;
  await write(base, token, station, (doc) => {
    notes.forEach(({ text, round, slot }, index) => {
      const pos = [(index % 6) * (NOTE_SIZE + AIR), Math.floor(index / 6) * (NOTE_SIZE + AIR)] as const;
      addNote(doc, { id: newId('n'), text, pos, round, at: START + index * 20_000, slot });
    });
  });
}

/** Writes on a board as somebody at it would, in updates of bearable size, and waits until all is on disk. */
async function write(
  base: string,
  token: string,
  station: StationId,
  work: (doc: Y.Doc) => void,
): Promise<void> {
  const link = await BoardLink.open(ourWire({ base, station, token }));
  const updates: Uint8Array[] = [];
  const doc = new Y.Doc();
  doc.on('update', (bytes: Uint8Array) => updates.push(bytes));
  // Not one a note: what a person may send is counted in updates.
  work(doc);
  for (let from = 0; from < updates.length; from += AT_ONCE) {
    link.update(Y.mergeUpdates(updates.slice(from, from + AT_ONCE)));
  }
  await until(
    () => {
      if (link.refused) throw new Error(link.refused);
      return link.saved >= link.sent;
    },
    { what: 'the notes to hang', within: 60_000 },
  );
  link.leave();
}
