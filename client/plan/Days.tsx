/** The first 90 days: what begins in which week or month. Columns on a laptop, a list on a phone. */

import Move from 'lucide-react/icons/move';
import { useRef, useState } from 'react';
import type { MeasureId } from '../../shared/domain/ids.ts';
import { isPrioritised, type MeasureView, type Period } from '../../shared/plan/planDoc.ts';
import { Count } from '../parts/Count.tsx';
import { useText } from '../text/index.ts';
import styles from './Days.module.css';
import { MeasureChips } from './MeasureChips.tsx';
import ghost from './Picture.module.css';
import { isOver } from './Picture.tsx';
import { byPeriod } from './periodModel.ts';
import { nextWaiting } from './pictureModel.ts';
import { useMeasureDrag } from './useMeasureDrag.ts';
import type { PlanHands } from './usePlanHands.ts';

interface Props {
  measures: readonly MeasureView[];
  hands: PlanHands | null;
  onOpen: (id: MeasureId) => void;
}

export function Days({ measures, hands, onOpen }: Props) {
  const words = useText().plan.actions;
  const { days } = words;
  const columnsAt = useRef<HTMLDivElement>(null);
  const tray = useRef<HTMLDivElement>(null);
  const [picked, setPicked] = useState<MeasureId | null>(null);
  const { columns, waiting } = byPeriod(measures);
  const picking = hands && measures.find(({ id }) => id === picked);
  const nameOf = (measure: MeasureView) => measure.title || words.unnamed;

  const drag = useMeasureDrag(({ id, x, y }) => {
    const measure = measures.find((one) => one.id === id);
    if (!measure || !hands) return;
    const period = periodAt(columnsAt.current, x, y);
    if (period) hands.time(measure, period);
    else if (tray.current && isOver(tray.current, x, y)) hands.time(measure, null);
  });
  const held = drag.held && measures.find(({ id }) => id === drag.held?.id);
  const over = drag.held && periodAt(columnsAt.current, drag.held.x, drag.held.y);
  const lay = (period: Period) => {
    if (!picking) return;
    hands?.time(picking, period);
    setPicked(picking.period ? null : (nextWaiting(waiting, picking.id)?.id ?? null));
  };
  const pick = (id: MeasureId) => setPicked((now) => (now === id ? null : id));
  return (
    <section className={styles.part} aria-labelledby="days">
      <h2 id="days" className="sr-only">
        {days.title}
      </h2>
      {hands && measures.length > 0 && (
        <MeasureChips
          ref={tray}
          title={days.tray}
          empty={days.trayEmpty}
          lead={days.lead}
          measures={waiting}
          picking={picking ?? null}
          question={picking ? days.picking(nameOf(picking)) : ''}
          labelOf={(measure) => days.place(nameOf(measure))}
          drag={drag}
          onPick={pick}
          onStop={() => setPicked(null)}
          onOpen={onOpen}
        />
      )}
      <div ref={columnsAt} className={styles.columns}>
        {columns.map(({ period, measures: some }) => (
          <section
            key={period}
            className={styles.column}
            data-period={period}
            data-over={over === period || undefined}
            data-empty={some.length === 0 || undefined}
            aria-labelledby={`period-${period}`}
          >
            <h3 id={`period-${period}`}>
              {days.names[period]}{' '}
              {some.length > 0 && <Count shown={some.length} said={words.count(some.length)} />}
            </h3>
            {picking && (
              <button
                type="button"
                className={`button primary ${styles.here}`}
                onClick={() => lay(period)}
                disabled={picking.period === period}
              >
                {days.here(days.names[period].toLowerCase())}
              </button>
            )}
            {some.length > 0 && (
              <ul className={styles.cards}>
                {some.map((measure) => (
                  <li
                    key={measure.id}
                    className={styles.card}
                    data-measure={measure.id}
                    data-prioritised={isPrioritised(measure) || undefined}
                    data-held={held?.id === measure.id || undefined}
                  >
                    <button
                      type="button"
                      className={styles.open}
                      onPointerDown={(event) =>
                        hands && event.pointerType !== 'touch' && drag.handle(measure.id).onPointerDown(event)
                      }
                      onClick={() => onOpen(measure.id)}
                    >
                      <span dir="auto">{nameOf(measure)}</span>
                      {measure.owner && <span className={styles.owner}>{measure.owner}</span>}
                    </button>
                    {hands && (
                      <button
                        type="button"
                        className={styles.move}
                        aria-label={days.move(nameOf(measure))}
                        aria-pressed={picking?.id === measure.id}
                        onClick={() => pick(measure.id)}
                        {...drag.handle(measure.id)}
                      >
                        <Move size={18} aria-hidden="true" />
                      </button>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
      {drag.held && held && (
        <p
          className={ghost.ghost}
          aria-hidden="true"
          style={{ transform: `translate(${drag.held.x}px, ${drag.held.y}px)` }}
        >
          <span>{nameOf(held)}</span>
        </p>
      )}
    </section>
  );
}

function periodAt(columns: HTMLElement | null, x: number, y: number): Period | null {
  for (const column of columns?.querySelectorAll<HTMLElement>('[data-period]') ?? []) {
    if (isOver(column, x, y)) return column.dataset.period as Period;
  }
  return null;
}
