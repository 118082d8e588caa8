/** A board under fire: people work on it, and what they have done since stands ready to be spoilt. Seeded. */

import * as Y from 'yjs';
import type { Asker, GateRules } from '../../server/board/gate/policy.ts';
import { hasPending } from '../../server/board/loadBoard.ts';
import { clustersOf, notesOf } from '../../shared/board/boardDoc.ts';
import { addNote } from '../../shared/board/boardOps.ts';
import type { Role } from '../../shared/domain/hall.ts';
import { Random } from '../crowd/random.ts';
import { serverBoard } from '../harness/attackedBoard.ts';
import { seededId } from '../harness/boardWork.ts';
import { asker, GateBench } from '../harness/gateBench.ts';
import type { At } from '../harness/updateBytes.ts';
import { Person } from '../harness/workshop.ts';
import { type Names, spoiltBytes, spoiltMeaning } from './mutants.ts';
import { type Board, showBoard } from './shownBoard.ts';

/** Bytes, and who sends them. `whole`: as a SyncStep2. */
export interface Shot {
  who: Asker;
  bytes: Uint8Array;
  whole: boolean;
}

const FRESH_MAX = 48;
const IDS_MAX = 600;
/** A station's rules; most are open. */
const RULES: readonly Partial<GateRules>[] = [
  {},
  {},
  {},
  {},
  { moveOwn: true },
  { groupingClosed: true },
  { moveOwn: true, groupingClosed: true },
  { frozen: true },
  { anonymous: true },
  { round: 1 },
];

export class Ground implements Board {
  readonly gate = new GateBench(serverBoard());
  /** Everything, as bytes. */
  state!: Uint8Array;
  shown!: ReturnType<typeof showBoard>;
  readonly #random: Random;
  #people: Person[];
  /** Handed in by people, and known. */
  #old: Shot[] = [];
  /** Done since, and news to the server each by itself, from little to much. */
  #fresh: Shot[] = [];
  #names!: Names;

  constructor(seed: number) {
    this.#random = new Random(seed);
    const random = this.#random;
    this.#people = Array.from({ length: random.whole(2, 6) }, (_, n) =>
      this.#person(n === 0 ? 'host' : 'participant'),
    );
    for (let turn = random.whole(8, 50); turn > 0; turn--) this.#turn();
    for (const person of this.#people) this.#take(person, person.finish());
    this.refresh(8);
  }

  get doc(): Y.Doc {
    return this.gate.doc;
  }

  /** People see what the board has become, and do so many things each that stay in their hands. */
  refresh(deeds: number): void {
    const { doc } = this;
    const states = Y.encodeStateVector(doc);
    for (const [place, person] of this.#people.entries()) {
      const sound = listens(person);
      for (let deed = 0; sound && deed < deeds; deed++) {
        person.act();
        const bytes = Y.encodeStateAsUpdate(person.doc, states);
        this.#fresh.push({ who: person.who, bytes, whole: false });
      }
      // Whoever was spoken for by a mutant may hold something else under the same id than the server does.
      if (!sound) this.#people[place] = this.#person(person.who.actor.role);
    }
    this.#fresh = this.#fresh.slice(-FRESH_MAX);
    this.state = Y.encodeStateAsUpdate(doc);
    this.shown = showBoard(doc);
    this.#names = namesOf(this.#random, doc);
  }

  /** A mutant, and who sends it: its author, mostly. */
  shot(): Shot {
    const random = this.#random;
    const { who, bytes } = random.pick(random.chance(0.15) ? this.#old : this.#fresh) ?? this.#fresh[0]!;
    const others = random.chance(0.2) && this.#old.length > 0 ? this.#old : this.#fresh;
    const spare = [random.pick(others)!.bytes, random.pick(others)!.bytes];
    const spoilt = random.chance(0.3)
      ? spoiltBytes(random, bytes, spare)
      : spoiltMeaning(random, bytes, spare, this.#names);
    const sender = random.chance(0.75) ? who : this.#otherThan(who);
    const rules = { ...sender.rules, ...random.pick(RULES) };
    return { who: { ...sender, rules }, bytes: spoilt, whole: random.chance(0.3) };
  }

  #otherThan(who: Asker): Asker {
    const random = this.#random;
    if (random.chance(0.3)) return asker(random.pick<Role>(['participant', 'wall', 'organiser', 'host'])!);
    return random.pick(this.#people)?.who ?? who;
  }

  #person(role: Role): Person {
    return new Person(this.gate, asker(role), this.#random.fork());
  }

  #turn(): void {
    const random = this.#random;
    const person = random.pick(this.#people)!;
    this.#take(person, person.act());
    if (random.chance(0.6)) listens(person);
    if (random.chance(0.15)) this.#writeFromPad();
  }

  #take(person: Person, handed: ReturnType<Person['act']>): void {
    for (const { bytes, whole } of handed) {
      const shot = { who: person.who, bytes, whole };
      const { verdict } = this.gate.take(shot.who, bytes, whole);
      if (verdict === 'refuse' || verdict === 'gap') {
        // That honest people are not is for `npm run honest` to see; here somebody else comes in their place.
        this.#people[this.#people.indexOf(person)] = this.#person(person.who.actor.role);
        return;
      }
      this.#old.push(shot);
    }
  }

  /** The server's own structs: somebody's note, a stranger's, or one whose writer nobody is to know. */
  #writeFromPad(): void {
    const id = seededId(this.#random, 'n');
    addNote(this.doc, { id, text: 'Fra mobilen 😀', pos: [0, 0], round: 1, at: 1 });
    const writer = this.#random.pick([this.#random.pick(this.#people)!.who.participant, null]);
    this.gate.owners.set(id, writer ?? null);
  }
}

/** @returns whether the person can take in what the board has become */
function listens(person: Person): boolean {
  if (person.away) return true;
  try {
    person.listen();
    return !hasPending(person.doc);
  } catch {
    return false;
  }
}

function namesOf(random: Random, doc: Y.Doc): Names {
  const ids: At[] = [];
  for (const [client, structs] of doc.store.clients) {
    for (const { id, length } of structs) {
      ids.push([client, id.clock]);
      if (length > 1) ids.push([client, id.clock + random.whole(1, length - 1)]);
    }
  }
  return {
    ids: random.shuffled(ids).slice(0, IDS_MAX),
    clients: [...doc.store.clients.keys()],
    keys: [...notesOf(doc)._map.keys(), ...clustersOf(doc)._map.keys()],
  };
}
