/** Who comes, and a thousand who come back at once: how long until each has a board of five thousand notes? */

import * as Y from 'yjs';
import { notesOf } from '../../../shared/board/boardDoc.ts';
import { move } from '../../../shared/board/boardOps.ts';
import type { NoteId } from '../../../shared/domain/ids.ts';
import { until } from '../../harness/until.ts';
import { Disturbance } from '../procfs.ts';
import type { Who } from '../servers.ts';
import { BoardLink, NO_CHANGE } from './BoardLink.ts';
import { makeHall, participants } from './ourHall.ts';
import { many, sleep } from './pace.ts';
import { Sample, type Summary } from './Sample.ts';
import { seedBoard } from './seedBoard.ts';
import { TldrawLink } from './TldrawLink.ts';
import { ourWire, peerWire, type Wire } from './wires.ts';

export interface JoinJob {
  who: Exclude<Who, 'floor'>;
  base: string;
  pid: number;
  notes: number;
  authors: number;
  people: number;
}

export interface JoinResult {
  /** From asking for the board to having all of its bytes, right after a change: nothing is ready. */
  first: Summary;
  /** The same, when another has just asked. */
  next: Summary;
  /** Bytes of the board as sent, and ms that a client then takes to apply them. */
  bytes: number;
  applyMs: number;
  /** From the moment when all come back to when each is in sync; NaN of those who never were. */
  back: Summary;
  missing: number;
  /** 99th percentile of the server's event-loop delay meanwhile, ms. */
  loopDelay: number;
  /** Cores that other processes used meanwhile. */
  others: number;
}

const NEWCOMERS = 8;
const BACK_WITHIN_MS = 40_000;
const RETRY_MS = 250;

export async function measureJoins(job: JoinJob): Promise<JoinResult> {
  return job.who === 'tldraw' ? joinTldraw(job) : joinYjs(job.who, job);
}

async function joinYjs(
  who: 'ours' | 'hocuspocus' | 'yWebsocket',
  { base, pid, notes, authors, people }: JoinJob,
) {
  const hall = who === 'ours' ? await makeHall(base) : null;
  const sessions = hall ? await participants(base, hall, Math.max(authors, people) + NEWCOMERS * 2 + 1) : [];
  const wireOf = (index: number): Wire =>
    who === 'ours'
      ? ourWire({ base, station: hall!.station, token: sessions[index]!.token })
      : peerWire(who, base);
  // There from first to last: a board that everybody has left might be put away.
  const editor = await BoardLink.open(wireOf(sessions.length - 1));
  const filled = await seedBoard(wireOf, authors, notes);

  const [first, next] = [new Sample(), new Sample()];
  let board: Uint8Array = NO_CHANGE;
  const [someNote] = notesOf(filled).keys();
  filled.on('update', (bytes: Uint8Array) => editor.update(bytes));
  for (let index = 0; index < NEWCOMERS; index++) {
    move(filled, [{ id: someNote as NoteId, pos: [index, 0] }]);
    const sent = editor.sent;
    await until(() => !acknowledges(who) || editor.saved >= sent, { what: 'a change to be taken' });
    for (const sample of [first, next]) {
      const person = Math.max(authors, people) + index * 2 + (sample === first ? 0 : 1);
      const link = await BoardLink.open(wireOf(person), {
        onState: (bytes) => {
          board = bytes.slice();
        },
      });
      sample.add(link.syncedAt - link.openedAt);
      link.leave();
    }
  }
  const doc = new Y.Doc();
  const began = performance.now();
  Y.applyUpdate(doc, board);
  const applyMs = performance.now() - began;

  // All have the same document, so all ask and answer with the same bytes.
  const vector = Y.encodeStateVector(doc);
  const answers = new Map<string, Uint8Array>();
  const answer = (theirs: Uint8Array) => {
    const key = Buffer.from(theirs).toString('latin1');
    const known = answers.get(key) ?? Y.encodeStateAsUpdate(doc, theirs);
    answers.set(key, known);
    return known;
  };
  const open = (index: number) => new BoardLink(wireOf(index), { deaf: true, vector, answer });
  const returned = await allBack({ base, pid, people }, open, (link) =>
    Math.max(link.syncedAt, acknowledges(who) ? link.answeredAt : link.syncedAt),
  );
  editor.leave();
  return { first: first.summary, next: next.summary, bytes: board.length, applyMs, ...returned };
}

const acknowledges = (who: Who) => who !== 'yWebsocket';

async function joinTldraw({ base, pid, people }: JoinJob): Promise<JoinResult> {
  const schema = await TldrawLink.schemaOf(base);
  const [first, next] = [new Sample(), new Sample()];
  let clock = 0;
  const editor = new TldrawLink(base, { schema });
  await editor.synced;
  for (let index = 0; index < NEWCOMERS; index++) {
    editor.push({ 'shape:note-0': ['patch', { x: ['put', index + 1] }] });
    await sleep(50);
    for (const sample of [first, next]) {
      const link = new TldrawLink(base, { schema });
      await link.synced;
      sample.add(link.syncedAt - link.openedAt);
      clock = link.clock;
      link.leave();
    }
  }
  const bytes = await bytesOfPage(base, schema);
  const open = () => new TldrawLink(base, { schema, clock });
  const returned = await allBack({ base, pid, people }, open, (link) => link.syncedAt);
  editor.leave();
  return { first: first.summary, next: next.summary, bytes, applyMs: Number.NaN, ...returned };
}

async function bytesOfPage(base: string, schema: unknown): Promise<number> {
  const link = new TldrawLink(base, { schema });
  await link.synced;
  const { bytesRead } = link.socket;
  link.leave();
  return bytesRead;
}

interface Returning {
  readonly socket: { terminate(): void };
  readonly synced: Promise<void>;
  leave(): void;
}

/** All are there, all are cut off, and all come back in the same moment; who is turned away tries again. */
async function allBack<Link extends Returning>(
  { base, pid, people }: Pick<JoinJob, 'base' | 'pid' | 'people'>,
  open: (index: number) => Link,
  syncedAt: (link: Link) => number,
): Promise<Pick<JoinResult, 'back' | 'missing' | 'loopDelay' | 'others'>> {
  const before = await many(people, 50, async (index) => {
    const link = open(index);
    await link.synced;
    return link;
  });
  for (const link of before) link.leave();
  await sleep(1_000);

  await loopDelayP99(base);
  const disturbance = new Disturbance([pid, process.pid]);
  const began = performance.now();
  const back = new Sample();
  let missing = 0;
  const links: Link[] = [];
  const comeBack = async (index: number) => {
    while (performance.now() - began < BACK_WITHIN_MS) {
      const link = open(index);
      const there = await link.synced
        .then(
          () =>
            until(() => !Number.isNaN(syncedAt(link)), { what: 'an answer', within: BACK_WITHIN_MS }).then(
              () => true,
            ),
          () => false,
        )
        .catch(() => false);
      if (there) {
        links.push(link);
        back.add(syncedAt(link) - began);
        return;
      }
      link.leave();
      await sleep(RETRY_MS);
    }
    missing++;
  };
  await Promise.all(Array.from({ length: people }, (_, index) => comeBack(index)));
  const others = disturbance.read();
  const loopDelay = await loopDelayP99(base);
  for (const link of links) link.leave();
  return { back: back.summary, missing, loopDelay, others };
}

/** The 99th percentile of the event-loop delay since the last look, in ms. */
async function loopDelayP99(base: string): Promise<number> {
  const text = await (await fetch(`${base}/metrics`)).text();
  return Number(/^nodejs_eventloop_lag_p99_seconds(?:\{[^}]*\})? (\S+)/m.exec(text)?.[1]) * 1_000;
}
