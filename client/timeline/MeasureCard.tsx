/** A measure of the plan on the timeline: no note, and so no paper. In its months, or as a row of a list. */

import ClipboardCheck from 'lucide-react/icons/clipboard-check';
import type { CSSProperties } from 'react';
import type { MeasureView } from '../../shared/plan/planDoc.ts';
import { useText } from '../text/index.ts';
import styles from './MeasureCard.module.css';
import { MeasurePanel } from './MeasurePanel.tsx';
import { slotWords, spanOf } from './slotWords.ts';
import type { TimelineShow } from './timelineShow.ts';
import type { GridKeys } from './useGridKeys.ts';

interface Props {
  measure: MeasureView;
  place?: CSSProperties;
  show: TimelineShow;
  keys: GridKeys;
  month: number;
  held: boolean;
}

export function MeasureCard({ measure, place, show, keys, month, held }: Props) {
  const { year, rights, now, deeds } = show;
  const { years } = useText();
  const { id } = measure;
  const movable = rights.mayMove(id);
  return (
    <button
      type="button"
      className={styles.measure}
      style={place}
      data-note={id}
      data-stop={id}
      data-held={held || keys.carries === id || undefined}
      data-movable={movable || undefined}
      aria-pressed={'id' in now && now.id === id}
      tabIndex={keys.tabOf(id)}
      onFocus={() => keys.at(id, month)}
      onClick={() => deeds.toggle(id)}
    >
      <Face measure={measure} place={slotWords(years, year, measure.slot)} />
      {movable && (
        <>
          <span className={styles.edge} data-edge="from" />
          <span className={styles.edge} data-edge="to" />
        </>
      )}
    </button>
  );
}

/** The same in a list. */
export function MeasureRow({ measure, show }: Pick<Props, 'measure' | 'show'>) {
  const { years } = useText();
  const { now, deeds, year } = show;
  const { id, slot } = measure;
  if (now.what === 'note' && now.id === id) {
    return (
      <li data-stop={id} tabIndex={-1}>
        <MeasurePanel show={show} id={id} />
      </li>
    );
  }
  return (
    <li>
      <button
        type="button"
        className={`${styles.measure} ${styles.row}`}
        data-stop={id}
        onClick={() => deeds.toggle(id)}
      >
        <Face measure={measure} place={slotWords(years, year, slot)} />
        <span className={styles.facts} aria-hidden="true">
          {spanOf(years, year, slot)}
        </span>
      </button>
    </li>
  );
}

function Face({ measure, place }: { measure: MeasureView; place: string }) {
  const { measure: words } = useText().years;
  return (
    <span className={styles.face}>
      <ClipboardCheck size={16} aria-hidden="true" />
      <span className={styles.title} dir="auto">
        <span className="sr-only">{words.name('')}</span>
        {measure.title}
        <span className="sr-only">. {place}</span>
      </span>
    </span>
  );
}
