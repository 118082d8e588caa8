/** One main point or single voice: its words, what weighs behind it, and what can be done with it. */

import GripVertical from 'lucide-react/icons/grip-vertical';
import { type ReactNode, useId } from 'react';
import type { PointId } from '../../shared/domain/ids.ts';
import type { Round } from '../../shared/domain/round.ts';
import { POINT_LINE_MAX, POINT_TITLE_MAX, type PointView } from '../../shared/plan/planDoc.ts';
import type { PointChange } from '../../shared/plan/signed.ts';
import { RoundBadge } from '../parts/RoundBadge.tsx';
import { useText } from '../text/index.ts';
import styles from './PointCard.module.css';
import { PointMenu } from './PointMenu.tsx';
import { SharedText } from './SharedText.tsx';
import type { DragOrder } from './useDragOrder.ts';
import type { SummaryHands } from './useSummaryHands.ts';

/** What weighs behind a point, as far as it is known here. */
export interface CardWeight {
  notes: number;
  rounds: readonly number[];
  writers: number | null;
  votes: number;
}

interface Props {
  point: PointView;
  /** From 1. */
  n: number;
  /** Those it is ordered among. */
  kind: readonly PointView[];
  weight: CardWeight | null;
  /** How it differs from what was signed. */
  since: PointChange | undefined;
  rounds: readonly Round[];
  /** Null: one may only read. */
  hands: SummaryHands | null;
  grip?: ReturnType<DragOrder['grip']> | undefined;
  /** What is pulled across it would land before it. */
  drop?: boolean;
  lifted?: boolean;
  open: boolean;
  onToggle: (id: PointId) => void;
  onMerge: (point: PointView) => void;
  /** What can be done with its notes, and the notes where they are open. */
  deeds: ReactNode;
  children: ReactNode;
}

export function PointCard(props: Props) {
  const { point, n, kind, weight, since, rounds, hands, grip, open, onToggle, onMerge, deeds, children } =
    props;
  const words = useText().plan.summary;
  const id = useId();
  const { single = false, check = false } = point;
  const title = point.title || words.unnamed;
  const sourceless = point.sources.length === 0;
  return (
    <li
      className={styles.point}
      data-point={point.id}
      data-single={single || undefined}
      data-drop={props.drop || undefined}
      data-lifted={props.lifted || undefined}
    >
      <div className={styles.head}>
        {hands && grip ? (
          <button
            type="button"
            className={styles.grip}
            data-focus={`${point.id} grip`}
            aria-label={single ? words.grip(title) : `${n}. ${words.grip(title)}`}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
              event.preventDefault();
              hands.shift(point.id, event.key === 'ArrowUp' ? -1 : 1, kind);
            }}
            {...grip}
          >
            <GripVertical size={18} aria-hidden="true" />
            {!single && <span aria-hidden="true">{n}</span>}
          </button>
        ) : (
          !single && (
            <span className={styles.number} aria-hidden="true">
              {n}
            </span>
          )
        )}
        <div className={styles.words}>
          {hands ? (
            <>
              <h3 id={`${id}title`} className="sr-only">
                {title}
              </h3>
              <SharedText
                doc={hands.doc}
                id={point.id}
                field="title"
                label={single ? words.singleTitleLabel(n) : words.titleLabel(n)}
                placeholder={words.titleHint}
                max={POINT_TITLE_MAX}
                className={`${styles.field} ${styles.title}`}
                focusKey={`${point.id} title`}
                onUndo={hands.undo}
                onRedo={hands.redo}
              />
              <SharedText
                doc={hands.doc}
                id={point.id}
                field="line"
                label={single ? words.singleLineLabel(n) : words.lineLabel(n)}
                placeholder={words.lineHint}
                max={POINT_LINE_MAX}
                className={`${styles.field} ${styles.line}`}
                focusKey={`${point.id} line`}
                onUndo={hands.undo}
                onRedo={hands.redo}
              />
            </>
          ) : (
            <>
              <h3 id={`${id}title`} className={styles.title} dir="auto">
                {title}
              </h3>
              {point.line && (
                <p className={styles.line} dir="auto">
                  {point.line}
                </p>
              )}
            </>
          )}
        </div>
        {hands && <PointMenu point={point} kind={kind} hands={hands} title={title} onMerge={onMerge} />}
      </div>
      {since && (
        <p className={styles.since} data-since={since}>
          {words.sign.since[since]}
        </p>
      )}
      {check && (
        <div className={styles.check}>
          <p>
            <strong>{words.check}.</strong> {words.checkHint}
          </p>
          {hands && (
            <button
              type="button"
              className="button"
              aria-label={words.checkedPoint(title)}
              onClick={() => hands.clearCheck(point.id)}
            >
              {words.checked}
            </button>
          )}
        </div>
      )}
      {sourceless && <p className={styles.check}>{words.sourceless}</p>}
      <div className={styles.foot}>
        {weight && weight.notes > 0 && (
          <p className={styles.weight}>
            <span>{words.notes(weight.notes)}</span>
            {weight.writers !== null && <span>{words.writers(weight.writers)}</span>}
            {weight.votes > 0 && <span>{words.votes(weight.votes)}</span>}
            {weight.rounds.length > 0 && (
              <span className={styles.rounds}>
                <span className="sr-only">{words.ofRounds}</span>
                {weight.rounds.map((round) => (
                  <RoundBadge key={round} rounds={rounds} n={round} bare />
                ))}
              </span>
            )}
          </p>
        )}
        <div className={styles.deeds}>
          {!sourceless && (
            <button
              type="button"
              className="button"
              aria-expanded={open}
              aria-controls={open ? `${id}notes` : undefined}
              aria-describedby={`${id}title`}
              data-focus={`${point.id} notes`}
              onClick={() => onToggle(point.id)}
            >
              {open ? words.hideNotes : words.showNotes(weight?.notes ?? point.sources.length)}
            </button>
          )}
          {deeds}
        </div>
      </div>
      {open && !sourceless && (
        <section id={`${id}notes`} className={styles.notes} aria-label={words.notesOf(title)}>
          {children}
        </section>
      )}
    </li>
  );
}
