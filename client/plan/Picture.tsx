/**
 * The picture of effect (up) and feasibility (right), in which measures are dragged, put by two taps, or moved by the
 * arrow keys. What waits for its place lies over it.
 */

import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react';
import type { Pos } from '../../shared/board/boardDoc.ts';
import type { MeasureId } from '../../shared/domain/ids.ts';
import { isPrioritised, type MeasureView } from '../../shared/plan/planDoc.ts';
import { useText } from '../text/index.ts';
import { MeasureChips } from './MeasureChips.tsx';
import styles from './Picture.module.css';
import { PictureFrame } from './PictureFrame.tsx';
import { PictureLists } from './PictureLists.tsx';
import { byPlace, fieldPlace, nextWaiting, nudged, placeAt, STEP, type Third } from './pictureModel.ts';
import { useMeasureDrag } from './useMeasureDrag.ts';
import { type PlanHands, placeWords } from './usePlanHands.ts';

interface Props {
  /** In the order of action. */
  measures: readonly MeasureView[];
  /** Null: one may only read. */
  hands: PlanHands | null;
  onOpen: (id: MeasureId) => void;
}

export function Picture({ measures, hands, onOpen }: Props) {
  const words = useText().plan.actions;
  const plane = useRef<HTMLDivElement>(null);
  const tray = useRef<HTMLDivElement>(null);
  const [picked, setPicked] = useState<MeasureId | null>(null);
  const { placed, waiting } = byPlace(measures);
  const picking = hands && measures.find(({ id }) => id === picked);
  const nameOf = (measure: MeasureView) => measure.title || words.unnamed;
  const numberOf = new Map(measures.map(({ id }, index) => [id, index + 1]));

  const lay = (measure: MeasureView, place: Pos) => {
    hands?.lay(measure, place);
    // The next in the tray is taken up at once: a tap for each.
    setPicked(measure.place ? null : (nextWaiting(waiting, measure.id)?.id ?? null));
  };
  const drag = useMeasureDrag(({ id, x, y }) => {
    const measure = measures.find((one) => one.id === id);
    if (!measure || !hands || !plane.current) return;
    if (isOver(plane.current.parentElement!, x, y)) {
      hands.lay(measure, placeAt(plane.current.getBoundingClientRect(), x, y));
    } else if (tray.current && isOver(tray.current, x, y)) hands.lay(measure, null);
  });
  const held = drag.held && measures.find(({ id }) => id === drag.held?.id);
  const onField = (event: MouseEvent, feasibility: Third, effect: Third) => {
    if (!picking || !plane.current) return;
    // A press of a key lands in the middle of the field.
    const place =
      event.detail === 0
        ? fieldPlace(feasibility, effect)
        : placeAt(plane.current.getBoundingClientRect(), event.clientX, event.clientY);
    lay(picking, place);
  };
  const onKey = (event: KeyboardEvent, measure: MeasureView & { place: Pos }) => {
    const by = ARROWS[event.key];
    if (!by || !hands) return;
    event.preventDefault();
    const step = event.shiftKey ? 1 : STEP;
    hands.lay(measure, nudged(measure.place, by[0] * step, by[1] * step));
  };
  const pick = (id: MeasureId) => {
    setPicked((now) => (now === id ? null : id));
    plane.current?.parentElement?.scrollIntoView({ block: 'nearest' });
  };

  return (
    <section className={styles.part} aria-labelledby="picture">
      <h2 id="picture" className="sr-only">
        {words.picture.title}
      </h2>
      {hands && measures.length > 0 && (
        <MeasureChips
          ref={tray}
          title={words.picture.tray}
          empty={words.picture.trayEmpty}
          lead={words.picture.lead}
          measures={waiting}
          picking={picking ?? null}
          question={picking ? words.picture.picking(nameOf(picking)) : ''}
          labelOf={(measure) => words.picture.place(nameOf(measure))}
          drag={drag}
          onPick={pick}
          onStop={() => setPicked(null)}
          onOpen={onOpen}
        />
      )}
      <div className={styles.sides}>
        <PictureFrame
          ref={plane}
          items={placed.map((measure) => ({
            id: measure.id,
            place: measure.place,
            n: numberOf.get(measure.id)!,
            title: nameOf(measure),
            prioritised: isPrioritised(measure),
            quick: measure.quick === true,
            said: placeWords(measure.place),
            held: held?.id === measure.id,
          }))}
          onField={picking ? onField : undefined}
          mark={(id) => {
            const measure = placed.find((one) => one.id === id)!;
            return {
              ...(hands && { 'aria-description': words.picture.keys }),
              onClick: () => onOpen(id),
              onKeyDown: (event) => onKey(event, measure),
              ...(hands && drag.handle(id)),
            };
          }}
        />
        <PictureLists placed={placed} measures={measures} numberOf={numberOf} onOpen={onOpen} />
      </div>
      {drag.held && held && (
        <p
          className={styles.ghost}
          aria-hidden="true"
          style={{ transform: `translate(${drag.held.x}px, ${drag.held.y}px)` }}
        >
          <span>{nameOf(held)}</span>
        </p>
      )}
    </section>
  );
}

const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

export function isOver(element: Element, x: number, y: number): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return x >= left && x <= right && y >= top && y <= bottom;
}
