/**
 * The gate under random fire. Honest people, whatever they do, are never refused; and of what they send, damaged in any
 * way, nothing that the gate lets through can hurt the board. `SEED=…` runs one again.
 */

import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Verdict } from '../../../server/board/gate/gate.ts';
import type { Asker } from '../../../server/board/gate/policy.ts';
import { hasPending } from '../../../server/board/loadBoard.ts';
import { notesOf, ROOT_NAMES, readClusters, readNotes, textOf } from '../../../shared/board/boardDoc.ts';
import { Random } from '../../crowd/random.ts';
import { serverBoard } from '../../harness/attackedBoard.ts';
import { asker, GateBench } from '../../harness/gateBench.ts';
import { Person } from '../../harness/workshop.ts';

const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 32));
const SEEDS = process.env.SEED ? [SEED] : [1, 2, 3, SEED];
const MUTANTS = 1_500;

const contents = (doc: Y.Doc) => ROOT_NAMES.map((root) => doc.getMap(root).toJSON());

/**
 * Notes in whose text a letter's right neighbour stands left of its left one. Y.UndoManager makes such when it brings
 * back a text together with its note; where Yjs then puts them depends on what came in which update. (Our own undo
 * writes old values back, and makes none.)
 */
function crossedBy(doc: Y.Doc): Set<string> {
  const crossed = new Set<string>();
  for (const { id } of readNotes(doc)) {
    const seen = new Map<string, number>();
    let place = 0;
    for (let item = textOf(doc, id)!._start; item; item = item.right) {
      for (let offset = 0; offset < item.length; offset++)
        seen.set(`${item.id.client} ${item.id.clock + offset}`, place++);
    }
    const at = (one: Y.ID | null) => (one ? seen.get(`${one.client} ${one.clock}`) : undefined);
    for (let item = textOf(doc, id)!._start; item; item = item.right) {
      if ((at(item.origin) ?? -1) >= (at(item.rightOrigin) ?? Number.POSITIVE_INFINITY)) crossed.add(id);
    }
  }
  return crossed;
}

/** What two boards show, those notes left out. */
function sameBut(a: Y.Doc, b: Y.Doc, crossed: ReadonlySet<string>): boolean {
  const shown = (doc: Y.Doc) => [
    readNotes(doc)
      .filter(({ id }) => !crossed.has(id))
      .sort((one, two) => (one.id < two.id ? -1 : 1)),
    readClusters(doc).sort((one, two) => (one.id < two.id ? -1 : 1)),
  ];
  return isDeepStrictEqual(shown(a), shown(b));
}

interface HandedIn {
  who: Asker;
  bytes: Uint8Array;
  whole: boolean;
}

/** Lets people work for a while. @returns the board, and every update that was handed in */
function workshop(seed: number, rounds: number): { gate: GateBench; people: Person[]; handed: HandedIn[] } {
  const random = new Random(seed);
  const gate = new GateBench(serverBoard());
  const people = Array.from({ length: random.whole(2, 6) }, (_, n) => {
    return new Person(gate, asker(n === 0 ? 'host' : 'participant'), random.fork());
  });
  const handed: HandedIn[] = [];
  const take = (person: Person, all: ReturnType<Person['act']>) => {
    for (const { bytes, whole } of all) {
      handed.push({ who: person.who, bytes, whole });
      const verdict = gate.take(person.who, bytes, whole);
      if (verdict.verdict !== 'apply') expect(verdict, `seed ${seed}`).toMatchObject({ verdict: 'nothing' });
    }
  };
  for (let turn = 0; turn < rounds; turn++) {
    const person = random.pick(people)!;
    take(person, person.act());
  }
  for (const person of people) take(person, person.finish());
  return { gate, people, handed };
}

describe.each(SEEDS)('seed %i', (seed) => {
  test('honest people are never refused, told to resync, or left out', () => {
    const { gate, people, handed } = workshop(seed, 400);
    const server = gate.doc;
    expect(handed.length).toBeGreaterThan(100);
    expect(notesOf(server)._map.size).toBeGreaterThan(3);
    expect(hasPending(server)).toBe(false);
    const crossed = crossedBy(server);
    for (const person of people) {
      person.listen();
      expect(sameBut(person.doc, server, crossed), `seed ${seed}`).toBe(true);
    }
    expect(crossed.size).toBeLessThanOrEqual(Math.max(1, readNotes(server).length / 2));
    // All of it once more: nothing new, nothing split, nothing grown.
    const before = Y.encodeStateAsUpdate(server);
    for (const { who, bytes, whole } of handed) {
      expect(gate.judge(who, bytes, whole), `seed ${seed}`).toMatchObject({ verdict: 'nothing' });
    }
    expect(Y.encodeStateAsUpdate(server)).toEqual(before);
  });

  test('of damaged updates nothing that gets through throws, waits, or makes a board that can’t be read again', () => {
    const random = new Random(seed ^ 0x5eed);
    const { gate, people, handed } = workshop(seed, 60);
    const server = gate.doc;
    const fresh = notYetHandedIn(server, people);
    const state = Y.encodeStateAsUpdate(server);
    const before = structuredClone(contents(server));
    const verdicts = new Map<string, number>();
    for (let count = 0; count < MUTANTS; count++) {
      const { who, bytes } = damaged(random, random.chance(0.2) ? handed : fresh);
      const label = `seed ${seed}, mutant ${count}: ${Buffer.from(bytes).toString('hex').slice(0, 4000)}`;
      const verdict = judged(gate, who, bytes, label);
      verdicts.set(verdict.verdict, (verdicts.get(verdict.verdict) ?? 0) + 1);
      if (verdict.verdict === 'apply') assertHarmless(state, verdict.bytes, label);
    }
    expect(contents(server)).toEqual(before);
    expect(Y.encodeStateAsUpdate(server)).toEqual(state);
    // The run was worth something: some got through, most did not.
    expect(verdicts.get('apply') ?? 0).toBeGreaterThan(10);
    expect(verdicts.get('refuse') ?? 0).toBeGreaterThan(MUTANTS / 10);
  });
});

function judged(gate: GateBench, who: Asker, bytes: Uint8Array, label: string): Verdict {
  try {
    return gate.judge(who, bytes);
  } catch (error) {
    throw new Error(`the gate threw on ${label}`, { cause: error });
  }
}

/** What people have done since, from little to much: each by itself is news to the server. */
function notYetHandedIn(server: Y.Doc, people: readonly Person[]): HandedIn[] {
  const states = Y.encodeStateVector(server);
  return people.flatMap((person) => {
    person.listen();
    return Array.from({ length: 8 }, () => {
      person.act();
      return { who: person.who, bytes: Y.encodeStateAsUpdate(person.doc, states), whole: true };
    });
  });
}

/** Applied to a copy: it goes in, nothing waits, the copy still speaks, and what is stored of it reads back the same. */
function assertHarmless(state: Uint8Array, bytes: Uint8Array, label: string): void {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, state);
  try {
    Y.applyUpdate(copy, bytes);
  } catch (error) {
    throw new Error(`Yjs threw on ${label}`, { cause: error });
  }
  expect(hasPending(copy), label).toBe(false);
  expect([...copy.share.keys()].sort(), label).toEqual([...ROOT_NAMES].sort());
  let said = 0;
  copy.on('update', () => said++);
  copy.getMap('clusters').set('c_aaaaaaaaaaaaaaaaaaaa', new Y.Map());
  expect(said, label).toBe(1);
  const again = new Y.Doc();
  Y.applyUpdate(again, Y.encodeStateAsUpdate(copy));
  expect(hasPending(again), label).toBe(false);
  if (!neighboursCross(copy, bytes)) {
    expect(isDeepStrictEqual(contents(again), contents(copy)), label).toBe(true);
  }
  copy.destroy();
  again.destroy();
}

/**
 * Whether some item's right neighbour does not stand to the right of its left one. Where Yjs puts it then depends on
 * what else is there already. [open: the gate does not look up neighbours yet; see the attacks numbered 29]
 */
function neighboursCross(doc: Y.Doc, bytes: Uint8Array): boolean {
  return Y.decodeUpdate(bytes).structs.some((struct) => {
    if (!(struct instanceof Y.Item) || !struct.origin || !struct.rightOrigin) return false;
    const right = Y.getItem(doc.store, struct.rightOrigin);
    const left = Y.getItem(doc.store, struct.origin) as Y.Item;
    // Yjs has joined them since: then their clocks tell.
    if (left === right) return struct.origin.clock >= struct.rightOrigin.clock;
    let at: Y.Item | null = left;
    while (at && at !== right) at = at.right;
    return at === null;
  });
}

const EXTREMES = [0, 1, 2, 127, 128, 255];

/** An update that was handed in, with something wrong in it. */
function damaged(random: Random, handed: readonly HandedIn[]): { who: Asker; bytes: Uint8Array } {
  const { who, bytes: whole } = random.pick(handed)!;
  return { who, bytes: damagedBytes(random, whole, handed) };
}

function damagedBytes(random: Random, whole: Uint8Array, handed: readonly HandedIn[]): Uint8Array {
  const bytes = Uint8Array.from(whole);
  for (let times = random.whole(1, 3); times > 0; times--) {
    if (bytes.length === 0) break;
    const at = random.whole(0, bytes.length - 1);
    switch (random.whole(0, 6)) {
      case 0:
        bytes[at] = bytes[at]! ^ (1 << random.whole(0, 7));
        break;
      case 1:
        bytes[at] = random.pick(EXTREMES)!;
        break;
      case 2:
        bytes[at] = (bytes[at]! + random.pick([1, 255])!) & 255;
        break;
      case 3:
        return bytes.slice(0, at);
      case 4: {
        // A piece of another update in its midst.
        const { bytes: other } = random.pick(handed)!;
        const from = random.whole(0, other.length - 1);
        const piece = other.subarray(from, from + random.whole(1, 12));
        return Uint8Array.of(...bytes.subarray(0, at), ...piece, ...bytes.subarray(at));
      }
      case 5:
        bytes.copyWithin(at, random.whole(0, bytes.length - 1));
        break;
      default:
        bytes[at] = random.whole(0, 255);
    }
  }
  return bytes;
}
