/** Measures that wait for a place or a time: dragged from here, or taken up by one tap and put down by the next. */

import GripVertical from 'lucide-react/icons/grip-vertical';
import type { RefObject } from 'react';
import type { MeasureId } from '../../shared/domain/ids.ts';
import type { MeasureView } from '../../shared/plan/planDoc.ts';
import { Count } from '../parts/Count.tsx';
import { useText } from '../text/index.ts';
import styles from './MeasureChips.module.css';
import type { MeasureDrag } from './useMeasureDrag.ts';

interface Props {
  ref: RefObject<HTMLDivElement | null>;
  title: string;
  empty: string;
  lead: string;
  measures: readonly MeasureView[];
  /** What is taken up, from here or from where it lies. */
  picking: MeasureView | null;
  /** Where to put it, asked of the person. */
  question: string;
  labelOf: (measure: MeasureView) => string;
  drag: MeasureDrag;
  onPick: (id: MeasureId) => void;
  onStop: () => void;
  onOpen: (id: MeasureId) => void;
}

export function MeasureChips(props: Props) {
  const { ref, title, empty, lead, measures, picking, question, labelOf, drag, onPick, onStop, onOpen } =
    props;
  const words = useText().plan.actions;
  return (
    <div ref={ref} className={styles.tray} data-tray data-picking={picking ? '' : undefined}>
      <h3 className={styles.title}>
        {title} <Count shown={measures.length} said={words.count(measures.length)} />
      </h3>
      <div className={styles.ask} role="status">
        {picking ? <strong>{question}</strong> : <span>{measures.length > 0 ? lead : empty}</span>}
      </div>
      {picking && (
        <p className={styles.deeds}>
          <button type="button" className="button" onClick={() => onOpen(picking.id)}>
            {words.picture.open}
          </button>
          <button type="button" className="button" onClick={onStop}>
            {words.picture.stop}
          </button>
        </p>
      )}
      {measures.length > 0 && (
        <ul className={styles.chips}>
          {measures.map((measure) => {
            const handle = drag.handle(measure.id);
            return (
              <li
                key={measure.id}
                className={styles.chip}
                data-picked={picking?.id === measure.id || undefined}
              >
                {/* A finger on the words may want to scroll; on the grip it drags. */}
                <span className={styles.grip} aria-hidden="true" {...handle}>
                  <GripVertical size={18} />
                </span>
                <button
                  type="button"
                  className={styles.take}
                  aria-label={labelOf(measure)}
                  aria-pressed={picking?.id === measure.id}
                  dir="auto"
                  onPointerDown={(event) => event.pointerType !== 'touch' && handle.onPointerDown(event)}
                  onClick={() => onPick(measure.id)}
                >
                  {measure.title || words.unnamed}
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
