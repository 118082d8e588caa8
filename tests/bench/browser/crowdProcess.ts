/**
 * The people of our hall, in a process of their own: they hang the scene's notes, each some, and hold a hundred of them
 * when told to, each in one hand with a connection of its own, 20 times a second, as anybody's browser would.
 */

import * as Y from 'yjs';
import { addNote } from '../../../shared/board/boardOps.ts';
import { type NoteId, newId } from '../../../shared/domain/ids.ts';
import { MOTION } from '../../../shared/protocol/boardFrames.ts';
import { HandWriter } from '../../../shared/protocol/motionFrames.ts';
import { sessionByKey } from '../../crowd/rest.ts';
import { HallClient } from '../../harness/hallClient.ts';
import { until } from '../../harness/until.ts';
import { BoardLink } from '../load/BoardLink.ts';
import { makeHall, type OurHall, participants } from '../load/ourHall.ts';
import { keepPace, many, type Pace } from '../load/pace.ts';
import { ourWire } from '../load/wires.ts';
import { MOVED, MOVES_HZ, movedOf, orbitOf, type SceneNote, sceneOf } from './scene.ts';

/** What the crowd is told, and what it answers to each. */
export type ToCrowd = { do: 'hang'; base: string; notes: number } | { do: 'move' } | { do: 'rest' };
export type FromCrowd = { ok: true; place?: CrowdPlace } | { ok: false; error: string };

/** Where the notes hang, and the key by which one comes in. */
export interface CrowdPlace {
  hall: string;
  station: string;
  joinKey: string;
}

const AUTHORS = 100;
/** Notes in one update: well under the largest frame that the server takes. */
const AT_ONCE = 50;

interface Hand {
  link: BoardLink;
  writer: HandWriter;
  id: NoteId;
  note: SceneNote;
}

let hands: Hand[] = [];
let pace: Pace | null = null;

async function hang(base: string, notes: number): Promise<CrowdPlace> {
  const hall = await makeHall(base);
  await startLastRound(base, hall);
  const people = await participants(base, hall, AUTHORS);
  const links = await many(AUTHORS, 20, (index) =>
    BoardLink.open(ourWire({ base, station: hall.station, token: people[index]!.token })),
  );
  const scene = sceneOf(notes);
  const ids = scene.map(() => newId('n'));
  links.forEach((link, author) => {
    const doc = new Y.Doc();
    doc.on('update', (bytes: Uint8Array) => link.update(bytes));
    const own = scene.filter(({ index }) => index % AUTHORS === author);
    for (let from = 0; from < own.length; from += AT_ONCE) {
      doc.transact(() => {
        for (const { index, x, y, text, colour } of own.slice(from, from + AT_ONCE)) {
          addNote(doc, { id: ids[index]!, text, pos: [x, y], round: colour, at: START + index * 1_000 });
        }
      });
    }
  });
  await until(
    () => {
      const refused = links.find((link) => link.refused)?.refused;
      if (refused) throw new Error(refused);
      return links.every((link) => link.saved >= link.sent);
    },
    { what: 'the notes to hang', within: 60_000 },
  );
  // What others do is nothing to them from now on: they only move.
  for (const link of links) link.socket.deafen();
  hands = movedOf(notes).map((note, index) => ({
    link: links[index % MOVED]!,
    writer: new HandWriter(),
    id: ids[note.index]!,
    note,
  }));
  return { hall: hall.hall.hall.id, station: hall.station, joinKey: hall.hall.keys.join };
}

/** A note may be of any round that has begun: all four colours. */
async function startLastRound(base: string, { hall }: OurHall): Promise<void> {
  const organiser = await HallClient.joined(base, await sessionByKey(base, hall.keys.organiser));
  const answer = await organiser.socket.emitWithAck('round:start', { round: 4 });
  organiser.socket.disconnect();
  if (!answer.ok) throw new Error(answer.error.message);
}

const START = Date.UTC(2026, 10, 21, 9);

function tell({ link, writer, id }: Hand, at: { x: number; y: number }, held: boolean): void {
  link.send(writer.frame([{ id, state: held ? MOTION.held : MOTION.cancelled, ...at }]));
}

function move(): void {
  const began = performance.now();
  pace = keepPace(hands.length, 1_000 / MOVES_HZ, 'pass over', (index) => {
    const hand = hands[index]!;
    tell(hand, orbitOf(hand.note, performance.now() - began), true);
  });
}

/** Lets everything go: it is back where it hung. */
function rest(): void {
  pace?.stop();
  pace = null;
  for (const hand of hands) tell(hand, hand.note, false);
}

process.on('message', (message) => {
  const wanted = message as ToCrowd;
  const answer = (back: FromCrowd) => process.send?.(back);
  const done = wanted.do === 'hang' ? hang(wanted.base, wanted.notes) : undefined;
  if (wanted.do === 'move') move();
  if (wanted.do === 'rest') rest();
  Promise.resolve(done).then(
    (place) => answer({ ok: true, ...(place ? { place } : {}) }),
    (error: unknown) =>
      answer({ ok: false, error: error instanceof Error ? (error.stack ?? '') : String(error) }),
  );
});
