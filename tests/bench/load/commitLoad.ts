/**
 * Commits: a thousand people at one board, two hundred of whom drop, edit and write, five times a second each. When is
 * it acknowledged, when do others have it, and is it all there after the server was killed?
 */

import * as Y from 'yjs';
import { notesOf, readNote } from '../../../shared/board/boardDoc.ts';
import { editText, move } from '../../../shared/board/boardOps.ts';
import type { NoteId } from '../../../shared/domain/ids.ts';
import { Random } from '../../crowd/random.ts';
import { until } from '../../harness/until.ts';
import type { Who } from '../servers.ts';
import { BoardLink } from './BoardLink.ts';
import { type Cost, lost, Meter } from './Meter.ts';
import { extentOf, hang, hangNotes, makeHall, participants, recorded } from './ourHall.ts';
import { keepPace, many, sleep } from './pace.ts';
import { Sample, type Summary } from './Sample.ts';
import { Seen } from './Seen.ts';
import { ourWire, peerWire, type Wire } from './wires.ts';

export interface CommitJob {
  who: Extract<Who, 'ours' | 'hocuspocus'>;
  base: string;
  pid: number;
  people: number;
  writers: number;
  /** Changes a second of each writer. */
  rate: number;
  seconds: number;
}

export interface CommitResult {
  acknowledged: Summary;
  /** Seen by each of the lookers. */
  seen: Summary;
  cost: Cost;
  changes: number;
  /** Changes that were never acknowledged, or never seen by one of the lookers, within 20 s of the end. */
  unacknowledged: number;
  unseen: number;
  lost: number;
  refused: string[];
  /** What each writer was told is safe: note id → place and text. */
  expected: Map<string, string>;
  /** How to come back to the same board: of ours, station and token. */
  place: { station: string; token: string };
}

const NOTES = 300;
const LOOKERS = 8;
const WARM_MS = 3_000;
const REMOTE = 'remote';

export async function measureCommits(job: CommitJob): Promise<CommitResult> {
  const { who, base, people, writers, rate, seconds } = job;
  const hall = who === 'ours' ? await makeHall(base) : null;
  const sessions = hall ? await participants(base, hall, people + 1) : [];
  const place = { station: hall?.station ?? '', token: sessions.at(-1)?.token ?? '' };
  const wireFor = (index: number): Wire =>
    who === 'ours'
      ? ourWire({ base, station: place.station, token: sessions[index]!.token })
      : peerWire(who, base);

  const ids = await hangNotes(wireFor(people), NOTES);
  const seen = new Seen();
  const hands = await many(writers, 20, async (index) => {
    const writer = new Writer(wireFor(index), index, ids[index % ids.length]!, seen);
    await writer.ready;
    return writer;
  });
  const every = Math.max(1, Math.floor((people - writers) / LOOKERS));
  const others = await many(people - writers, 50, (index) => {
    const looks = index % every === 0 && index / every < LOOKERS;
    const options = looks ? { onUpdate: seen.looker() } : { deaf: true };
    return BoardLink.open(wireFor(writers + index), options);
  });

  const pace = keepPace(writers, 1_000 / rate, 'catch up', (index) => hands[index]!.act());
  await sleep(WARM_MS);
  const sockets = [...hands.map(({ link }) => link.socket), ...others.map(({ socket }) => socket)];
  const meter = new Meter(job.pid, sockets);
  const acknowledged = new Sample();
  seen.begin();
  for (const hand of hands) hand.acknowledged = acknowledged;
  await sleep(seconds * 1_000);
  const cost = meter.read();
  pace.stop();
  seen.end();
  const waiting = () => hands.reduce((sum, hand) => sum + hand.waiting, 0);
  const inTime = (left: () => number) =>
    until(() => left() === 0, { what: 'all changes to come through', within: 20_000 }).catch(() => {});
  await inTime(waiting);
  await inTime(() => seen.missing);
  const expected = new Map(hands.flatMap((hand) => hand.notes()));
  // The sockets stay: with the last one gone a server would save, and could no more be caught out.
  return {
    acknowledged: acknowledged.summary,
    seen: seen.sample.summary,
    cost,
    changes: pace.acts,
    unacknowledged: waiting(),
    unseen: seen.missing,
    lost: lost(sockets),
    refused: hands.flatMap(({ link }) => link.refused ?? []),
    expected,
    place,
  };
}

export interface CheckJob {
  who: CommitJob['who'];
  base: string;
  place: CommitResult['place'];
  expected: CommitResult['expected'];
}

/** After the server was killed and started again: what of the expected is not there as it was acknowledged? */
export async function countMissing({ who, base, place, expected }: CheckJob): Promise<{ missing: number }> {
  const doc = new Y.Doc();
  const wire = who === 'ours' ? ourWire({ base, ...place }) : peerWire(who, base);
  await BoardLink.open(wire, { onState: (bytes) => Y.applyUpdate(doc, bytes) });
  let missing = 0;
  for (const [id, was] of expected) if (stateOf(doc, id) !== was) missing++;
  return { missing };
}

/** One who writes: with the board as it was when they came, and a note of it that is theirs to drag about. */
class Writer {
  readonly link: BoardLink;
  readonly ready: Promise<void>;
  /** Where times until the acknowledgement are kept, of what is sent from when it counts. */
  acknowledged: Sample | null = null;
  readonly #doc: Y.Doc;
  readonly #random: Random;
  readonly #dragged: NoteId;
  readonly #own: NoteId[] = [];
  /** When each document frame was sent, of those that count. */
  readonly #sentAt: (number | undefined)[] = [];
  readonly #seen: Seen;
  #saved = 0;

  constructor(wire: Wire, index: number, dragged: NoteId, seen: Seen) {
    this.#random = new Random(index + 1);
    this.#dragged = dragged;
    this.#seen = seen;
    this.#doc = recorded((bytes) => this.#send(bytes), REMOTE);
    this.link = new BoardLink(wire, {
      answer: (vector) => Y.encodeStateAsUpdate(this.#doc, vector),
      onState: (bytes) => Y.applyUpdate(this.#doc, bytes, REMOTE),
      onSaved: (count) => this.#onSaved(count),
    });
    this.ready = this.link.synced;
  }

  /** Document frames whose acknowledgement has not come. */
  get waiting(): number {
    return this.link.sent - this.#saved;
  }

  /** Six drops to two and a half edits to one and a half new notes. */
  act(): void {
    if (!this.link.socket.isOpen) return;
    const chance = this.#random.next();
    const own = this.#random.pick(this.#own);
    if (!own || chance < 0.15) {
      this.#own.push(hang(this.#doc, NOTES + this.#own.length));
    } else if (chance < 0.4) {
      editText(
        this.#doc,
        own,
        `${readNote(own, notesOf(this.#doc).get(own))!.text.slice(0, 40)} ${this.#random.whole(1, 9_999)}`,
      );
    } else {
      const [x, y] = extentOf(NOTES).map((far) => this.#random.whole(0, far));
      move(this.#doc, [{ id: this.#random.chance(0.5) ? own : this.#dragged, pos: [x!, y!] }]);
    }
  }

  /** The notes that nobody else touches, as they are here. */
  notes(): [string, string][] {
    return [this.#dragged, ...this.#own].map((id) => [id, stateOf(this.#doc, id)]);
  }

  #send(bytes: Uint8Array): void {
    const now = performance.now();
    this.link.update(bytes);
    if (this.acknowledged) this.#sentAt[this.link.sent - 1] = now;
    this.#seen.sent(this.#doc.clientID, Y.getState(this.#doc.store, this.#doc.clientID), now);
  }

  #onSaved(count: number): void {
    const now = performance.now();
    for (; this.#saved < count; this.#saved++) {
      const at = this.#sentAt[this.#saved];
      if (at !== undefined) this.acknowledged?.add(now - at);
    }
  }
}

/** A note's place and text, for comparing. */
function stateOf(doc: Y.Doc, id: string): string {
  const note = readNote(id, notesOf(doc).get(id as NoteId));
  return note ? `${note.pos.join()} ${note.text}` : 'not there';
}
