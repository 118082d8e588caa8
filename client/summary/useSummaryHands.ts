/** What can be done with the points of one summary, each told when it is done. */

import { useMemo } from 'react';
import type * as Y from 'yjs';
import type { ClusterId, NoteId, PointId, StationId } from '../../shared/domain/ids.ts';
import type { PointView } from '../../shared/plan/planDoc.ts';
import {
  addPoint,
  findPoint,
  mergePoints,
  movePoint,
  removePoint,
  setPointField,
} from '../../shared/plan/planOps.ts';
import type { SummaryOf } from '../../shared/plan/source.ts';
import { useFocusNext } from '../outline/useOutline.ts';
import { announce } from '../state/announcer.ts';
import type { Plan } from '../state/planStore.ts';
import { getText } from '../text/index.ts';
import { type PutInto, type PutNote, putNote } from './pointDeeds.ts';

export interface SummaryHands {
  doc: Y.Doc;
  add(): void;
  remove(point: PointView): void;
  /** Among its own kind, which are given in their order; null: last. */
  move(id: PointId, before: PointId | null, kind: readonly PointView[]): void;
  /** One place up (-1) or down (1) among its own kind. */
  shift(id: PointId, by: 1 | -1, kind: readonly PointView[]): void;
  merge(into: PointId, other: PointId): void;
  setSingle(id: PointId, single: boolean): void;
  clearCheck(id: PointId): void;
  put(
    station: StationId,
    note: PutNote,
    into: PutInto,
    from: PointId | null,
    membersOf: (cluster: ClusterId) => readonly NoteId[],
  ): void;
  undo(): void;
  redo(): void;
}

/** Null while there is nothing to write in, or one may not. */
export function useSummaryHands(of: SummaryOf, plan: Plan): SummaryHands | null {
  const focusNext = useFocusNext();
  const { doc } = plan;
  const may = plan.mayWrite(of);
  const { undo, redo } = plan;
  return useMemo(() => {
    if (!doc || !may) return null;
    const words = () => getText().plan.summary;
    const move: SummaryHands['move'] = (id, before, kind) => {
      if (!movePoint(doc, id, before)) return;
      const rest = kind.filter((point) => point.id !== id);
      const at = before === null ? rest.length : rest.findIndex((point) => point.id === before);
      announce(words().said.moved(at + 1, kind.length));
    };
    return {
      doc,
      add() {
        const id = addPoint(doc, { of });
        if (!id) return;
        announce(words().said.added);
        focusNext(`${id} title`);
      },
      remove({ id }) {
        if (!removePoint(doc, id)) return;
        announce(words().said.removed);
        focusNext('undo');
      },
      move,
      shift(id, by, kind) {
        const at = kind.findIndex((point) => point.id === id);
        if (at < 0 || at + by < 0 || at + by >= kind.length) return;
        move(id, kind[by < 0 ? at - 1 : at + 2]?.id ?? null, kind);
        focusNext(`${id} grip`);
      },
      merge(into, other) {
        const done = mergePoints(doc, into, [other]);
        announce(done ? words().said.merged : words().ask.full);
        focusNext(`${into} menu`);
      },
      setSingle(id, single) {
        setPointField(doc, id, 'single', single || undefined);
        announce(single ? words().said.single : words().said.point);
        focusNext(`${id} menu`);
      },
      clearCheck(id) {
        setPointField(doc, id, 'check', undefined);
        announce(words().said.checked);
        focusNext(`${id} title`);
      },
      put(station, note, into, from, membersOf) {
        const id = putNote(doc, station, note, into, from, membersOf);
        const title = id && findPoint(doc, id)?.title;
        announce(id ? words().said.put(title || words().unnamed) : words().ask.full);
        if (!id) return;
        if (from) focusNext(findPoint(doc, from)?.sources.length ? `${from} notes` : `${id} title`);
        else focusNext('left');
      },
      undo,
      redo,
    };
  }, [doc, may, of, undo, redo, focusNext]);
}
