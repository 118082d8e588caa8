/** The order of action: dragged at the grips, by buttons, or by the arrow keys; or as the picture suggests. */

import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import GripVertical from 'lucide-react/icons/grip-vertical';
import ListOrdered from 'lucide-react/icons/list-ordered';
import { useRef } from 'react';
import type { MeasureId } from '../../shared/domain/ids.ts';
import { isPrioritised, type MeasureView } from '../../shared/plan/planDoc.ts';
import { useDragOrder } from '../summary/useDragOrder.ts';
import { useText } from '../text/index.ts';
import { MeasureFacts } from './MeasureFacts.tsx';
import styles from './Order.module.css';
import type { PlanHands } from './usePlanHands.ts';

interface Props {
  measures: readonly MeasureView[];
  hands: PlanHands | null;
  onOpen: (id: MeasureId) => void;
}

export function Order({ measures, hands, onOpen }: Props) {
  const words = useText().plan.actions;
  const list = useRef<HTMLOListElement>(null);
  const { dragging, grip } = useDragOrder<MeasureId>(list, (id, before) => hands?.move(id, before, measures));
  const lands = dragging && dragging.before !== dragging.id ? dragging : null;
  const many = measures.length > 1;
  return (
    <section className={styles.part} aria-labelledby="order">
      <h2 id="order" className="sr-only">
        {words.order.title}
      </h2>
      <p className="hint">{words.order.lead}</p>
      {hands && many && (
        <p>
          <button type="button" className="button" onClick={hands.proposeOrder}>
            <ListOrdered size={18} aria-hidden="true" />
            {words.order.propose}
          </button>
        </p>
      )}
      <ol ref={list} className={styles.list} data-last={(lands && lands.before === null) || undefined}>
        {measures.map((measure, index) => {
          const title = measure.title || words.unnamed;
          return (
            <li
              key={measure.id}
              className={styles.row}
              data-point={measure.id}
              data-prioritised={isPrioritised(measure) || undefined}
              data-drop={lands?.before === measure.id || undefined}
              data-lifted={dragging?.id === measure.id || undefined}
            >
              {hands && many ? (
                <button
                  type="button"
                  className={styles.grip}
                  data-focus={`${measure.id} grip`}
                  aria-label={`${index + 1}. ${words.order.grip(title)}`}
                  onKeyDown={(event) => {
                    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
                    event.preventDefault();
                    hands.shift(measure.id, event.key === 'ArrowUp' ? -1 : 1, measures, 'grip');
                  }}
                  {...grip(measure.id)}
                >
                  <GripVertical size={18} aria-hidden="true" />
                  <span className={styles.number} aria-hidden="true">
                    {index + 1}
                  </span>
                </button>
              ) : (
                <span className={styles.grip}>
                  <span className={styles.number}>{index + 1}</span>
                </span>
              )}
              <button type="button" className={styles.open} onClick={() => onOpen(measure.id)}>
                <span className={styles.title} dir="auto">
                  {title}
                </span>
                <MeasureFacts measure={measure} />
              </button>
              {hands && many && (
                <span className={styles.steps}>
                  <button
                    type="button"
                    className="button quiet icon"
                    data-focus={`${measure.id} up`}
                    aria-label={words.order.up(title)}
                    aria-disabled={index === 0}
                    onClick={() => hands.shift(measure.id, -1, measures, 'up')}
                  >
                    <ArrowUp size={18} aria-hidden="true" />
                  </button>
                  <button
                    type="button"
                    className="button quiet icon"
                    data-focus={`${measure.id} down`}
                    aria-label={words.order.down(title)}
                    aria-disabled={index === measures.length - 1}
                    onClick={() => hands.shift(measure.id, 1, measures, 'down')}
                  >
                    <ArrowDown size={18} aria-hidden="true" />
                  </button>
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
