/** The points of a summary in their order, and below them the single voices; each opens its notes. */

import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import type { PointId } from '../../shared/domain/ids.ts';
import type { Round } from '../../shared/domain/round.ts';
import type { PointView, Signature } from '../../shared/plan/planDoc.ts';
import { changesSince, type PointChange } from '../../shared/plan/signed.ts';
import { useText } from '../text/index.ts';
import { type CardWeight, PointCard } from './PointCard.tsx';
import styles from './Summary.module.css';
import { useDragOrder } from './useDragOrder.ts';
import type { SummaryHands } from './useSummaryHands.ts';

interface Props {
  /** Of one summary, both kinds. */
  points: readonly PointView[];
  signature: Signature | null;
  rounds: readonly Round[];
  hands: SummaryHands | null;
  weightOf: (point: PointView) => CardWeight | null;
  /** What can be done with a point's notes. */
  deeds: (point: PointView) => ReactNode;
  /** Its notes, asked for only while they are open. */
  notes: (point: PointView) => ReactNode;
  /** Opening one closes the others. */
  oneAtATime?: boolean;
  onMerge: (point: PointView) => void;
  label: string;
}

export function PointList(props: Props) {
  const { points, signature, label } = props;
  const words = useText().plan.summary;
  const [open, setOpen] = useState<ReadonlySet<PointId>>(new Set());
  const { oneAtATime = false } = props;
  const toggle = useCallback(
    (id: PointId) =>
      setOpen((before) => {
        const next = new Set(oneAtATime ? [] : before);
        if (before.has(id)) next.delete(id);
        else next.add(id);
        return next;
      }),
    [oneAtATime],
  );
  const singles = points.filter(({ single }) => single);
  const since = useMemo(() => changesSince(points, signature).points, [points, signature]);
  const kind = { ...props, since, open, toggle };
  return (
    <>
      <section className={styles.part} aria-labelledby="points">
        <h2 id="points">{label}</h2>
        <Kind {...kind} kind={points.filter(({ single }) => !single)} />
      </section>
      {singles.length > 0 && (
        <section className={styles.part} aria-labelledby="singles">
          <h2 id="singles">{words.singles}</h2>
          <p className="hint">{words.singlesHint}</p>
          <Kind {...kind} kind={singles} />
        </section>
      )}
    </>
  );
}

interface KindProps extends Props {
  kind: readonly PointView[];
  since: ReadonlyMap<PointId, PointChange>;
  open: ReadonlySet<PointId>;
  toggle: (id: PointId) => void;
}

function Kind({ kind, since, rounds, hands, weightOf, deeds, notes, onMerge, open, toggle }: KindProps) {
  const list = useRef<HTMLOListElement>(null);
  const { dragging, grip } = useDragOrder(list, (id, before) => hands?.move(id, before, kind));
  const lands = dragging && dragging.before !== dragging.id ? dragging : null;
  return (
    <ol ref={list} className={styles.points} data-last={(lands && lands.before === null) || undefined}>
      {kind.map((point, index) => (
        <PointCard
          key={point.id}
          point={point}
          n={index + 1}
          kind={kind}
          weight={weightOf(point)}
          since={since.get(point.id)}
          rounds={rounds}
          hands={hands}
          grip={hands && kind.length > 1 ? grip(point.id) : undefined}
          drop={lands?.before === point.id}
          lifted={dragging?.id === point.id}
          open={open.has(point.id)}
          onToggle={toggle}
          onMerge={onMerge}
          deeds={deeds(point)}
        >
          {open.has(point.id) && notes(point)}
        </PointCard>
      ))}
    </ol>
  );
}
