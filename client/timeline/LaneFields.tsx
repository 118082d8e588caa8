/** The rows of a timeline and where its year begins, to be edited: named, ordered, added, taken away. It sends nothing by itself. */

import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import Plus from 'lucide-react/icons/plus';
import { useId, useRef } from 'react';
import { LANE_TITLE_MAX, LANES_MAX, type Lane, type YearKind } from '../../shared/domain/hall.ts';
import { stepped } from '../organise/order.ts';
import { Choice } from '../parts/Choice.tsx';
import { TwoStep } from '../parts/TwoStep.tsx';
import { announce } from '../state/announcer.ts';
import { useText } from '../text/index.ts';
import styles from './LaneFields.module.css';
import { renamed, withLane, withoutLane, type YearDraft } from './laneDraft.ts';
import { monthNames } from './slotWords.ts';

interface Props {
  draft: YearDraft;
  onDraft: (draft: YearDraft) => void;
  /** Where the year begins as it is saved; null for a timeline that is not yet. */
  saved: YearKind | null;
  /** Notes in each row; null where that is not known. */
  counts: ReadonlyMap<string, number> | null;
}

export function LaneFields({ draft, onDraft, saved, counts }: Props) {
  const { years } = useText();
  const words = years.lanes;
  const { lanes, year } = draft;
  const list = useRef<HTMLOListElement>(null);
  const ids = useId();
  const change = (next: readonly Lane[]) => onDraft({ ...draft, lanes: next });
  const focus = (selector: string) =>
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(selector)?.focus());
  const add = () => {
    const next = withLane(lanes);
    change(next);
    announce(words.added(next.length));
    focus(`[data-lane-name="${next.at(-1)!.id}"]`);
  };
  const nameOf = ({ title }: Lane, index: number) => title.trim() || words.name(index + 1);
  const move = (lane: Lane, index: number, by: -1 | 1) => {
    const order = stepped(
      lanes.map(({ id }) => id),
      lane.id,
      by,
    );
    change(order.map((id) => lanes.find((one) => one.id === id)!));
    const n = order.indexOf(lane.id) + 1;
    announce(words.movedTo(nameOf(lane, index), n, lanes.length));
    // At the end of its way the button is off: the focus goes to the one beside it.
    const way = n === 1 ? 1 : n === lanes.length ? -1 : by;
    focus(`[data-lane-step="${lane.id} ${way}"]`);
  };
  const remove = (lane: Lane, index: number) => {
    change(withoutLane(lanes, lane.id));
    announce(words.removed(nameOf(lane, index)));
    const near = lanes[index + 1] ?? lanes[index - 1];
    if (near) focus(`[data-lane-name="${near.id}"]`);
  };
  const [was] = monthNames(years.months, saved ?? year);
  const [is] = monthNames(years.months, year);
  return (
    <fieldset className={styles.fields}>
      <legend className="label">{words.legend}</legend>
      <ol ref={list} className={styles.list}>
        {lanes.map((lane, index) => (
          <li key={lane.id} className={styles.lane}>
            <label className="sr-only" htmlFor={`${ids}${lane.id}`}>
              {words.name(index + 1)}
            </label>
            <input
              id={`${ids}${lane.id}`}
              className={`input ${styles.name}`}
              data-lane-name={lane.id}
              value={lane.title}
              maxLength={LANE_TITLE_MAX}
              autoComplete="off"
              onChange={(event) => change(renamed(lanes, lane.id, event.target.value))}
            />
            <div className={styles.deeds}>
              {counts && <span className="hint">{words.count(counts.get(lane.id) ?? 0)}</span>}
              <span className={styles.space} />
              {([-1, 1] as const).map((by) => (
                <button
                  key={by}
                  type="button"
                  className="button quiet icon"
                  data-lane-step={`${lane.id} ${by}`}
                  aria-label={by < 0 ? words.up(nameOf(lane, index)) : words.down(nameOf(lane, index))}
                  disabled={by < 0 ? index === 0 : index === lanes.length - 1}
                  onClick={() => move(lane, index, by)}
                >
                  {by < 0 ? (
                    <ArrowUp size={20} aria-hidden="true" />
                  ) : (
                    <ArrowDown size={20} aria-hidden="true" />
                  )}
                </button>
              ))}
              {lanes.length > 1 && (
                <TwoStep
                  label={words.remove}
                  describe={words.removeOf(nameOf(lane, index))}
                  question={words.removeQuestion(
                    nameOf(lane, index),
                    counts ? (counts.get(lane.id) ?? 0) : null,
                  )}
                  confirm={words.removeConfirm}
                  onConfirm={() => remove(lane, index)}
                  danger
                />
              )}
            </div>
          </li>
        ))}
      </ol>
      {lanes.length === 1 && <p className="hint">{words.last}</p>}
      {lanes.length < LANES_MAX ? (
        <div>
          <button type="button" className="button" onClick={add}>
            <Plus size={20} aria-hidden="true" />
            {words.add}
          </button>
        </div>
      ) : (
        <p className="hint">{words.full}</p>
      )}
      <Choice<YearKind>
        legend={words.year}
        value={year}
        onChoose={(next) => onDraft({ ...draft, year: next })}
        options={[
          { value: 'school', label: words.kinds.school },
          { value: 'calendar', label: words.kinds.calendar },
        ]}
      />
      {saved !== null && saved !== year && (
        <p className={styles.told} role="status">
          {words.yearMoves(was!, is!)}
        </p>
      )}
    </fieldset>
  );
}
