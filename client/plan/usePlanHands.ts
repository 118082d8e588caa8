/** What can be done with measures, each one transaction and told when it is done. */

import { useMemo } from 'react';
import type * as Y from 'yjs';
import type { Pos } from '../../shared/board/boardDoc.ts';
import type { MeasureId } from '../../shared/domain/ids.ts';
import { cleanLine, isBlank } from '../../shared/domain/note.ts';
import { MEASURE_TITLE_MAX, type MeasureView, type Period } from '../../shared/plan/planDoc.ts';
import {
  addMeasure,
  type MeasureField,
  moveMeasure,
  type NewMeasure,
  proposeOrder,
  removeMeasure,
  setMeasureField,
} from '../../shared/plan/planOps.ts';
import { useFocusNext } from '../outline/useOutline.ts';
import { announce } from '../state/announcer.ts';
import type { Plan } from '../state/planStore.ts';
import { getText } from '../text/index.ts';
import { thirdAlong } from './pictureModel.ts';

export interface PlanHands {
  doc: Y.Doc;
  /** @returns whether there was room for it, and anything to read in it */
  add(measure: Omit<NewMeasure, 'at'> & { title: string }): boolean;
  remove(measure: MeasureView): void;
  /** Lays it in the picture; null takes it out. */
  lay(measure: MeasureView, place: Pos | null): void;
  /** When it begins; null: nobody has said. */
  time(measure: MeasureView, period: Period | null): void;
  set<F extends MeasureField>(id: MeasureId, field: F, value: MeasureView[F] | undefined): void;
  /** Before another, or last. */
  move(id: MeasureId, before: MeasureId | null, all: readonly MeasureView[]): void;
  /** One place up (-1) or down (1). `from`: the control that keeps the focus. */
  shift(id: MeasureId, by: 1 | -1, all: readonly MeasureView[], from: 'grip' | 'up' | 'down'): void;
  proposeOrder(): void;
  undo(): void;
  redo(): void;
}

/** Null while there is nothing to write in, or one may not. */
export function usePlanHands(plan: Plan): PlanHands | null {
  const focusNext = useFocusNext();
  const { doc, undo, redo } = plan;
  const may = plan.mayWrite();
  return useMemo(() => {
    if (!doc || !may) return null;
    const words = () => getText().plan.actions;
    const nameOf = ({ title }: MeasureView) => title || words().unnamed;
    const move: PlanHands['move'] = (id, before, all) => {
      if (!moveMeasure(doc, id, before)) return;
      const rest = all.filter((one) => one.id !== id);
      const at = before === null ? rest.length : rest.findIndex((one) => one.id === before);
      announce(words().order.moved(at + 1, all.length));
    };
    return {
      doc,
      add(measure) {
        const title = cleanLine(measure.title).slice(0, MEASURE_TITLE_MAX);
        if (isBlank(title)) return false;
        const added = addMeasure(doc, { ...measure, title, at: Date.now() }) !== null;
        announce(added ? words().propose.said(title) : words().add.full);
        return added;
      },
      remove(measure) {
        if (!removeMeasure(doc, measure.id)) return;
        announce(words().form.removed(nameOf(measure)));
        focusNext('undo');
      },
      lay(measure, place) {
        if (!setMeasureField(doc, measure.id, 'place', place ?? undefined)) return;
        const { picture } = words();
        announce(
          place ? picture.placed(nameOf(measure), placeWords(place)) : picture.unplaced(nameOf(measure)),
        );
      },
      time(measure, period) {
        if (!setMeasureField(doc, measure.id, 'period', period ?? undefined)) return;
        const { days } = words();
        announce(period ? days.set(nameOf(measure), days.names[period]) : days.unset(nameOf(measure)));
      },
      set: (id, field, value) => void setMeasureField(doc, id, field, value),
      move,
      shift(id, by, all, from) {
        const at = all.findIndex((one) => one.id === id);
        if (at < 0 || at + by < 0 || at + by >= all.length) return;
        move(id, all[by < 0 ? at - 1 : at + 2]?.id ?? null, all);
        focusNext(`${id} ${from}`);
      },
      proposeOrder() {
        const { order } = words();
        announce(proposeOrder(doc) ? order.proposed : order.same);
      },
      undo,
      redo,
    };
  }, [doc, may, undo, redo, focusNext]);
}

/** «effekt høy, gjennomførbarhet middels». */
export function placeWords(place: Pos): string {
  const { picture } = getText().plan.actions;
  const named = (axis: 'effect' | 'feasibility') => picture.thirds[thirdAlong(axis, place)!].toLowerCase();
  return picture.at(named('effect'), named('feasibility'));
}
