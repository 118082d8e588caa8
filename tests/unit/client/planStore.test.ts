/** The plan as a page shows it: read at most once a frame, steady where nothing changed, one connection for all views. */

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { createStore } from 'zustand/vanilla';
import { LivePlan, type PlanLine } from '../../../client/state/planStore.ts';
import type { BoardConnectionState } from '../../../client/sync/boardConnection.ts';
import { SharedByReader } from '../../../client/sync/planConnection.ts';
import { newId } from '../../../shared/domain/ids.ts';
import { signaturesOf } from '../../../shared/plan/planDoc.ts';
import { addMeasure, addPoint, editPlanText, setMeasureField } from '../../../shared/plan/planOps.ts';

const LIVE: BoardConnectionState = {
  status: 'live',
  closeCode: null,
  lull: null,
  heardAt: 1,
  copyAt: null,
  mode: 'write',
  synced: true,
  unsaved: 0,
  kept: true,
  refused: null,
  returned: [],
  unsent: [],
};

let frames: (() => void)[] = [];
beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run));
  vi.stubGlobal('cancelAnimationFrame', () => {});
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function frame(): void {
  for (const run of frames.splice(0)) run();
}

/** A line whose document and state the test sets. */
function line(doc = new Y.Doc()) {
  let listener: (doc: Y.Doc) => void = () => {};
  const state = createStore<BoardConnectionState>(() => LIVE);
  const made: PlanLine & { fresh(next: Y.Doc): void } = {
    state,
    onDoc: (listen) => {
      listener = listen;
      listen(doc);
      return () => {};
    },
    tryNow: () => {},
    close: () => {},
    fresh: (next) => listener(next),
  };
  return made;
}

it('many changes within a frame are one reading, and what has not changed is the same object', () => {
  const doc = new Y.Doc();
  const [a, b] = [addMeasure(doc, { at: 1, title: 'A' })!, addMeasure(doc, { at: 2, title: 'B' })!];
  addPoint(doc, { of: 'hall', title: 'P' });
  const plan = new LivePlan(line(doc));
  frame();
  const before = plan.store.getState();
  expect(before.measures.map(({ title }) => title)).toEqual(['A', 'B']);
  let told = 0;
  plan.store.subscribe(() => told++);
  for (const text of ['A1', 'A12', 'A123']) editPlanText(doc, 'measures', a, 'title', text);
  setMeasureField(doc, b, 'place', [1, 2]);
  setMeasureField(doc, b, 'place', undefined);
  editPlanText(doc, 'measures', a, 'why', 'w');
  expect(frames).toHaveLength(1);
  frame();
  expect(told).toBe(1);
  const now = plan.store.getState();
  expect(now.measures[0]).toMatchObject({ title: 'A123', why: 'w' });
  expect(now.points).toBe(before.points);
  expect(now.signatures).toBe(before.signatures);
  signaturesOf(doc).set('hall', { by: 'p', at: 1, hash: 'h' });
  frame();
  expect(plan.store.getState().signatures).toEqual({ hall: { by: 'p', at: 1, hash: 'h' } });
  expect(plan.store.getState().measures).toBe(now.measures);
});

it('tells how the connection stands, and shows nothing before there is a plan', () => {
  const connection = line();
  connection.state.setState({ status: 'connecting', synced: false, mode: null });
  const plan = new LivePlan(connection);
  expect(plan.store.getState()).toMatchObject({ state: 'opening', doc: null, writable: false });
  const stands = [
    [
      { status: 'live', synced: true, mode: 'write', unsaved: 2 },
      { state: 'live', saved: false, writable: true },
    ],
    [
      { status: 'offline', unsaved: 0 },
      { state: 'trying', saved: true, writable: true },
    ],
    [
      { status: 'live', mode: 'damaged' },
      { state: 'live', writable: false },
    ],
    [
      { status: 'closed', mode: 'write' },
      { state: 'refused', writable: false },
    ],
  ] as const;
  for (const [now, shown] of stands) {
    connection.state.setState(now);
    frame();
    expect(plan.store.getState()).toMatchObject(shown);
  }
});

it('has the way back for one’s own deeds, anew in a fresh document', () => {
  const [doc, other] = [new Y.Doc(), new Y.Doc()];
  const connection = line(doc);
  const plan = new LivePlan(connection);
  addMeasure(doc, { at: 1, title: 'mitt' });
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  addMeasure(other, { at: 2, title: 'andres' });
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
  frame();
  expect(plan.store.getState().canUndo).toBe(true);
  plan.undo();
  frame();
  expect(plan.store.getState().measures.map(({ title }) => title)).toEqual(['andres']);
  plan.redo();
  frame();
  expect(plan.store.getState().measures).toHaveLength(2);
  connection.fresh(other);
  frame();
  expect(plan.store.getState()).toMatchObject({ doc: other, canUndo: false, canRedo: false });
});

it('views of one page share one connection, which outlives a change of view and no more', () => {
  vi.useFakeTimers();
  const closed: string[] = [];
  let opened = 0;
  const plans = new SharedByReader(
    ({ role }) => `${role} ${++opened}`,
    (value) => closed.push(value),
  );
  const host = { hall: newId('h'), participant: newId('p'), role: 'host' } as const;
  const [one, two] = [plans.hold(host), plans.hold(host)];
  expect(two.value).toBe(one.value);
  one.letGo();
  one.letGo();
  vi.runAllTimers();
  expect(closed).toEqual([]);
  two.letGo();
  const three = plans.hold(host);
  vi.runAllTimers();
  expect([three.value, closed]).toEqual(['host 1', []]);
  expect(plans.hold({ ...host, role: 'organiser' }).value).toBe('organiser 2');
  three.letGo();
  vi.runAllTimers();
  expect(closed).toEqual(['host 1']);
  expect(plans.hold(host).value).toBe('host 3');
});
