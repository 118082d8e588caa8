/** A plan's gate without a room, and people of all roles who write through it. */

import * as Y from 'yjs';
import type { Verdict } from '../../server/board/gate/gate.ts';
import { PLAN_SHAPE } from '../../server/board/gate/planShape.ts';
import type { Asker } from '../../server/board/gate/policy.ts';
import type { Role } from '../../shared/domain/hall.ts';
import { newId, planOf, type StationId } from '../../shared/domain/ids.ts';
import { PLAN_ROOTS, writePlanMeta } from '../../shared/plan/planDoc.ts';
import { rootNamed } from '../../shared/plan/roots.ts';
import { GateBench, OPEN } from './gateBench.ts';

export class PlanBench extends GateBench {
  override readonly shape = PLAN_SHAPE;
  readonly stations: StationId[];
  readonly #plan = planOf(newId('h'));

  constructor(stations: StationId[] = [newId('s'), newId('s'), newId('s')]) {
    const doc = planDoc();
    super(doc);
    this.stations = stations;
    writePlanMeta(doc, { v: 1, kind: 'plan', stations });
  }

  /** Somebody of the hall; a host is one of the station of this number. */
  asker(role: Role, station = 0): Asker {
    const actor = { role, stations: role === 'host' ? [this.stations[station]!] : [] };
    return { participant: newId('p'), actor, station: this.#plan, rules: OPEN };
  }

  writer(role: Role, station = 0): PlanWriter {
    return new PlanWriter(this, this.asker(role, station));
  }
}

/** One screen: what is done on it goes through the gate; what is refused is thrown away with its document. */
export class PlanWriter {
  readonly who: Asker;
  doc = planDoc();
  readonly #bench: PlanBench;

  constructor(bench: PlanBench, who: Asker) {
    this.#bench = bench;
    this.who = who;
    this.listen();
  }

  /** Takes in what the others have done. */
  listen(): void {
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(this.#bench.doc, Y.encodeStateVector(this.doc)));
  }

  /** Does it and sends all that came of it as one update. @returns what the gate said: `apply`, or why not */
  try(deed: (doc: Y.Doc) => unknown): string {
    this.listen();
    const updates: Uint8Array[] = [];
    const collect = (bytes: Uint8Array) => void updates.push(bytes);
    this.doc.on('update', collect);
    deed(this.doc);
    this.doc.off('update', collect);
    const verdict = this.#bench.take(this.who, Y.mergeUpdates(updates));
    if (verdict.verdict === 'apply') return 'apply';
    this.doc = planDoc();
    this.listen();
    return codeOf(verdict);
  }
}

export function codeOf(verdict: Verdict): string {
  return verdict.verdict === 'refuse' ? verdict.code : verdict.verdict;
}

/** An empty document with the roots of a plan. */
export function planDoc(...updates: Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const root of PLAN_ROOTS) rootNamed(doc, root);
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}
