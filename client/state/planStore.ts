/** The hall's plan as this page shows it, live: points, measures, signatures, and the way back for one's own deeds. */

import { useEffect, useMemo, useState } from 'react';
import type * as Y from 'yjs';
import type { UndoManager } from 'yjs';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { HallId } from '../../shared/domain/ids.ts';
import { may } from '../../shared/domain/permission.ts';
import {
  type MeasureView,
  measuresOf,
  type PointView,
  pointsOf,
  readMeasures,
  readPoints,
  readSignature,
  type Signature,
  signaturesOf,
} from '../../shared/plan/planDoc.ts';
import { planUndo } from '../../shared/plan/planOps.ts';
import type { SummaryOf } from '../../shared/plan/source.ts';
import type { Refusal } from '../../shared/protocol/boardFrames.ts';
import { useMe } from '../board/model/useMe.ts';
import { type BoardConnection, canWrite, isShown } from '../sync/boardConnection.ts';
import { type Held, openPlanConnection, type PlanReader, SharedByReader } from '../sync/planConnection.ts';
import { closedTo, useHallStore } from './hallStore.ts';

/** The plan as it stands. Views of what has not changed are the same objects as before. */
export interface PlanState {
  /** The document, for `shared/plan/planOps.ts`; null until there is a plan to see. Another one after a refusal. */
  doc: Y.Doc | null;
  points: readonly PointView[];
  measures: readonly MeasureView[];
  signatures: Readonly<Partial<Record<SummaryOf, Signature>>>;
  /** `trying`: no contact just now, it tries by itself. `refused`: the server said no for good. */
  state: 'opening' | 'live' | 'trying' | 'refused';
  /** Whether all that was written here is on disk. */
  saved: boolean;
  /** The newest refusal; a new object each time. What it was about is gone from the document. */
  refusal: Refusal | null;
  /** Whether the connection takes writes: it is damaged or read-only otherwise. */
  writable: boolean;
  canUndo: boolean;
  canRedo: boolean;
}

const NOTHING: PlanState = {
  doc: null,
  points: [],
  measures: [],
  signatures: {},
  state: 'opening',
  saved: true,
  refusal: null,
  writable: false,
  canUndo: false,
  canRedo: false,
};

/** What is needed of a plan's connection. */
export type PlanLine = Pick<BoardConnection, 'state' | 'onDoc' | 'tryNow' | 'close'>;

/** Follows a plan's connection; reads the document at most once a frame. */
export class LivePlan {
  readonly store: StoreApi<PlanState> = createStore<PlanState>(() => NOTHING);
  readonly #connection: PlanLine;
  readonly #stops: (() => void)[];
  readonly #changed = new Set<string>();
  #doc: Y.Doc | null = null;
  #undo: UndoManager | null = null;
  #unbind: () => void = () => {};
  #frame: number | null = null;

  constructor(connection: PlanLine) {
    this.#connection = connection;
    this.#stops = [
      connection.onDoc((doc) => this.#bind(doc)),
      connection.state.subscribe(() => this.#soon()),
    ];
    this.#read();
  }

  undo(): void {
    this.#undo?.undo();
  }

  redo(): void {
    this.#undo?.redo();
  }

  /** Tries to connect now, also after the server has said no for good. */
  tryNow(): void {
    this.#connection.tryNow();
  }

  close(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    for (const stop of this.#stops) stop();
    this.#unbind();
    this.#connection.close();
  }

  #bind(doc: Y.Doc): void {
    this.#unbind();
    this.#doc = doc;
    const roots = [pointsOf(doc), measuresOf(doc), signaturesOf(doc)] as unknown as Y.Map<unknown>[];
    const look = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
      for (const { path, keys } of events) {
        if (path.length > 0) this.#changed.add(String(path[0]));
        else for (const id of keys.keys()) this.#changed.add(id);
      }
      this.#soon();
    };
    for (const root of roots) root.observeDeep(look);
    const undo = planUndo(doc);
    const soon = () => this.#soon();
    for (const event of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const)
      undo.on(event, soon);
    this.#undo = undo;
    this.#unbind = () => {
      for (const root of roots) root.unobserveDeep(look);
      undo.destroy();
    };
    this.#soon();
  }

  #soon(): void {
    this.#frame ??= requestAnimationFrame(() => this.#read());
  }

  #read(): void {
    this.#frame = null;
    const connection = this.#connection.state.getState();
    const before = this.store.getState();
    const doc = isShown(connection) ? this.#doc : null;
    const sameDoc = doc === before.doc;
    const still = (id: string) => sameDoc && !this.#changed.has(id);
    this.store.setState({
      doc,
      points: doc ? kept(before.points, readPoints(doc), still) : NOTHING.points,
      measures: doc ? kept(before.measures, readMeasures(doc), still) : NOTHING.measures,
      signatures: signaturesIn(doc, before.signatures),
      state: standOf(connection),
      saved: connection.unsaved === 0,
      refusal: connection.refused,
      writable: canWrite(connection),
      canUndo: this.#undo?.canUndo() ?? false,
      canRedo: this.#undo?.canRedo() ?? false,
    });
    this.#changed.clear();
  }
}

/** The newer list, with the old views of what has not changed; the old list itself where nothing has. */
function kept<T extends { id: string }>(
  old: readonly T[],
  now: readonly T[],
  still: (id: string) => boolean,
): readonly T[] {
  const known = new Map(old.map((view) => [view.id, view]));
  const all = now.map((view) => (still(view.id) && known.get(view.id)) || view);
  return all.length === old.length && all.every((view, index) => view === old[index]) ? old : all;
}

function signaturesIn(doc: Y.Doc | null, old: PlanState['signatures']): PlanState['signatures'] {
  const all: Partial<Record<SummaryOf, Signature>> = {};
  for (const of of (doc ? signaturesOf(doc).keys() : []) as Iterable<SummaryOf>) {
    const signature = readSignature(doc!, of);
    if (signature) all[of] = signature;
  }
  return JSON.stringify(all) === JSON.stringify(old) ? old : all;
}

function standOf({ status, synced }: ReturnType<BoardConnection['state']['getState']>): PlanState['state'] {
  if (status === 'closed') return 'refused';
  if (status === 'offline') return 'trying';
  return status === 'live' && synced ? 'live' : 'opening';
}

const plans = new SharedByReader<LivePlan>(
  (reader) => new LivePlan(openPlanConnection(reader)),
  (plan) => plan.close(),
);

/** Does something in the plan from a view that does not show it. @returns whether it was done and is on disk */
export async function deedInPlan(reader: PlanReader, deed: (doc: Y.Doc) => boolean): Promise<boolean> {
  const { value, letGo } = plans.hold(reader);
  const { store } = value;
  const until = (holds: (state: PlanState) => boolean) =>
    new Promise<boolean>((resolve) => {
      const look = (state: PlanState) => {
        if (!holds(state)) return;
        stop();
        clearTimeout(timer);
        resolve(true);
      };
      const timer = setTimeout(() => {
        stop();
        resolve(false);
      }, DEED_MS);
      const stop = store.subscribe(look);
      look(store.getState());
    });
  try {
    if (!(await until(({ doc, state, writable }) => doc !== null && state === 'live' && writable)))
      return false;
    const { doc, refusal } = store.getState();
    if (!doc || !deed(doc)) return false;
    // It is counted as unsaved only from the next frame on.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await until((state) => state.saved || state.refusal !== refusal);
    return store.getState().saved && store.getState().refusal === refusal;
  } finally {
    letGo();
  }
}

const DEED_MS = 8_000;

/** The plan with what this person may do in it. */
export interface Plan extends PlanState {
  /** Whether one may write this summary, or (without one) measures, right now. */
  mayWrite(of?: SummaryOf): boolean;
  undo(): void;
  redo(): void;
  tryNow(): void;
}

/** Follows the hall's plan as long as the view stands; all views of a page share one connection. */
export function usePlan(hall: HallId): Plan {
  const me = useMe(hall);
  const [held, setHeld] = useState<Held<LivePlan> | null>(null);
  const [state, setState] = useState<PlanState>(NOTHING);
  const { participant, role } = me ?? {};
  useEffect(() => {
    if (!participant || !role) return;
    const plan = plans.hold({ hall, participant, role });
    const { store } = plan.value;
    setHeld(plan);
    setState(store.getState());
    const stop = store.subscribe(setState);
    return () => {
      stop();
      plan.letGo();
      setHeld(null);
      setState(NOTHING);
    };
  }, [hall, participant, role]);
  const closed = useHallStore((store) => store.hall !== null && closedTo(store.hall, store.you) !== null);
  return useMemo(() => {
    const actor = me && { role: me.role, stations: me.stations };
    return {
      ...state,
      mayWrite: (of?: SummaryOf) => {
        if (!actor || closed || !state.writable) return false;
        if (of === undefined || of === 'hall') return may(actor, 'plan:write');
        return may(actor, 'summary:write', of);
      },
      undo: () => held?.value.undo(),
      redo: () => held?.value.redo(),
      tryNow: () => held?.value.tryNow(),
    };
  }, [state, held, me, closed]);
}
