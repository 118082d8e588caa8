/** People who work in a plan at random: several screens, some behind the others, each with its way back. */

import * as Y from 'yjs';
import type { Verdict } from '../../server/board/gate/gate.ts';
import type { Asker } from '../../server/board/gate/policy.ts';
import { type NoteId, newId } from '../../shared/domain/ids.ts';
import {
  MEASURE_TEXTS,
  PERIODS,
  POINT_TEXTS,
  type PointView,
  readMeasures,
  readPoints,
} from '../../shared/plan/planDoc.ts';
import {
  addMeasure,
  addPoint,
  editPlanText,
  mergePoints,
  moveMeasure,
  movePoint,
  planUndo,
  proposeOrder,
  removeMeasure,
  removePoint,
  setMeasureField,
  setPointField,
} from '../../shared/plan/planOps.ts';
import { type Source, type SummaryOf, sourceOf } from '../../shared/plan/source.ts';
import type { Random } from '../crowd/random.ts';
import { type PlanBench, planDoc } from './planBench.ts';

const WORDS = ['buss', 'møteplass', 'frivillig 🚌', 'ungdom', 'æøå', 'skole', '👩‍👩‍👧', 'år'];

/** What somebody hands in. */
export interface Handed {
  who: Asker;
  bytes: Uint8Array;
  whole: boolean;
}

/** One honest screen. */
export class PlanPerson {
  readonly who: Asker;
  readonly doc: Y.Doc;
  readonly #bench: PlanBench;
  readonly #random: Random;
  readonly #mine: SummaryOf[];
  readonly #undo: Y.UndoManager;
  #out: Uint8Array[] = [];
  /** Without contact: what it does comes later, as one answer. */
  #away = false;

  constructor(bench: PlanBench, who: Asker, random: Random) {
    this.who = who;
    this.#bench = bench;
    this.#random = random;
    this.#mine =
      who.actor.role === 'organiser' ? [...bench.stations, 'hall'] : [...who.actor.stations, 'hall'];
    this.doc = planDoc(Y.encodeStateAsUpdate(bench.doc));
    this.#undo = planUndo(this.doc);
    this.doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (origin !== 'server') this.#out.push(bytes);
    });
  }

  listen(): void {
    if (this.#away) return;
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(this.#bench.doc, Y.encodeStateVector(this.doc)), 'server');
  }

  /** Does one thing. @returns what is sent of it, now */
  act(): Handed[] {
    const random = this.#random;
    this.#deed();
    if (this.#away) return random.chance(0.2) ? this.finish() : [];
    if (random.chance(0.08)) this.#away = true;
    return this.#out.splice(0).map((bytes) => ({ who: this.who, bytes, whole: false }));
  }

  /** Contact again: all that the server lacks, as the answer to its question. */
  finish(): Handed[] {
    this.#away = false;
    this.#out = [];
    const bytes = Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(this.#bench.doc));
    return [{ who: this.who, bytes, whole: true }];
  }

  #deed(): void {
    const [random, doc] = [this.#random, this.doc];
    const points = readPoints(doc).filter(({ of }) => this.#mine.includes(of));
    const measures = readMeasures(doc);
    const [point, measure] = [random.pick(points), random.pick(measures)];
    const deeds: (() => unknown)[] = [
      () => addPoint(doc, { of: random.pick(this.#mine)!, title: this.#text(), sources: this.#sources() }),
      () => addMeasure(doc, { at: random.whole(1, 99), title: this.#text(), sources: this.#sources() }),
      () => proposeOrder(doc),
      () => this.#undo.undo(),
      () => this.#undo.undo(),
      () => this.#undo.redo(),
    ];
    if (point) deeds.push(...this.#pointDeeds(points, point));
    if (measure) {
      const { id } = measure;
      deeds.push(
        () => editPlanText(doc, 'measures', id, random.pick(MEASURE_TEXTS)!, this.#edited(measure.title)),
        () => editPlanText(doc, 'measures', id, random.pick(MEASURE_TEXTS)!, this.#edited(measure.why)),
        () => setMeasureField(doc, id, 'place', [random.whole(0, 100), random.whole(0, 100)]),
        () => setMeasureField(doc, id, 'owner', random.chance(0.3) ? undefined : this.#text()),
        () => setMeasureField(doc, id, 'period', random.pick(PERIODS)!),
        () =>
          setMeasureField(doc, id, 'slot', random.chance(0.3) ? undefined : ['l', 1, random.whole(1, 12)]),
        () => moveMeasure(doc, id, random.pick(measures)!.id),
        () => random.chance(0.4) && removeMeasure(doc, id),
      );
    }
    random.pick(deeds)!();
  }

  #pointDeeds(points: readonly PointView[], { id, of, line }: PointView): (() => unknown)[] {
    const [random, doc] = [this.#random, this.doc];
    const beside = points.filter((other) => other.of === of);
    return [
      () => editPlanText(doc, 'points', id, random.pick(POINT_TEXTS)!, this.#edited(line)),
      () => setPointField(doc, id, 'sources', this.#sources()),
      () => setPointField(doc, id, 'single', random.chance(0.5) || undefined),
      () => movePoint(doc, id, random.chance(0.3) ? null : random.pick(beside)!.id),
      () => mergePoints(doc, id, [random.pick(beside)!.id]),
      () => random.chance(0.4) && removePoint(doc, id),
    ];
  }

  #text(): string {
    return Array.from({ length: this.#random.whole(1, 4) }, () => this.#random.pick(WORDS)).join(' ');
  }

  #edited(text: string): string {
    const letters = [...text];
    const at = this.#random.whole(0, letters.length);
    if (this.#random.chance(0.3)) return letters.slice(0, at).join('');
    return letters
      .toSpliced(at, 0, ...this.#text())
      .slice(0, 60)
      .join('');
  }

  #sources(): Source[] {
    const station = this.#random.pick(this.#bench.stations)!;
    return Array.from({ length: this.#random.whole(0, 4) }, () => sourceOf(station, newId('n') as NoteId));
  }
}

/** Lets them work; each that is not let in is told of. */
export function workInPlan(
  bench: PlanBench,
  people: readonly PlanPerson[],
  random: Random,
  deeds: number,
  refused: (verdict: Verdict, handed: Handed) => void,
): Handed[] {
  const taken: Handed[] = [];
  const hand = (all: readonly Handed[]) => {
    for (const handed of all) {
      const verdict = bench.take(handed.who, handed.bytes, handed.whole);
      if (verdict.verdict === 'refuse' || verdict.verdict === 'gap') refused(verdict, handed);
      else taken.push(handed);
    }
  };
  for (let deed = 0; deed < deeds; deed++) {
    const person = random.pick(people)!;
    hand(person.act());
    if (random.chance(0.5)) random.pick(people)!.listen();
  }
  for (const person of people) hand(person.finish());
  for (const person of people) person.listen();
  return taken;
}
