/** A place on the timeline, chosen from lists: the area, and from which month to which. */

import { useId } from 'react';
import type { Slot } from '../../shared/board/boardDoc.ts';
import { slotIn } from '../../shared/domain/year.ts';
import { useText } from '../text/index.ts';
import styles from './SlotFields.module.css';
import { monthNames, type Year } from './slotWords.ts';

interface Props {
  year: Year;
  slot: Slot | undefined;
  onSlot: (slot: Slot | undefined) => void;
  /** What the first list is called by those who bring the focus to it. */
  focusKey?: string;
}

export function SlotFields({ year, slot, onSlot, focusKey }: Props) {
  const { years } = useText();
  const words = years.fields;
  const id = useId();
  const at = slotIn(slot, year.lanes);
  const months = monthNames(years.months, year.year);
  const month = (which: 1 | 2, label: string, least: number) => (
    <label className={styles.field} htmlFor={`${id}${which}`}>
      <span>{label}</span>
      <select
        id={`${id}${which}`}
        className={styles.select}
        value={at?.[which] ?? 0}
        onChange={(event) => {
          const [lane, from, to] = at!;
          const chosen = Number(event.target.value);
          // A later beginning takes the end with it, so that what was short stays so.
          onSlot(
            which === 1
              ? [lane, chosen, Math.max(chosen, Math.min(11, to + chosen - from))]
              : [lane, from, chosen],
          );
        }}
      >
        {months.map(
          (name, index) =>
            index >= least && (
              <option key={name} value={index}>
                {name}
              </option>
            ),
        )}
      </select>
    </label>
  );
  return (
    <fieldset className={styles.fields}>
      <legend className="sr-only">{words.legend}</legend>
      <label className={`${styles.field} ${styles.lane}`} htmlFor={`${id}lane`}>
        <span>{words.lane}</span>
        <select
          id={`${id}lane`}
          className={styles.select}
          data-focus={focusKey}
          value={at?.[0] ?? ''}
          onChange={(event) => {
            const lane = event.target.value;
            onSlot(lane ? [lane, at?.[1] ?? 0, at?.[2] ?? at?.[1] ?? 0] : undefined);
          }}
        >
          <option value="">{words.none}</option>
          {year.lanes.map(({ id: lane, title }) => (
            <option key={lane} value={lane}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {at && month(1, words.from, 0)}
      {at && month(2, words.to, at[1])}
    </fieldset>
  );
}
