/** Measures as the server suggests them for a main point or a group; each is taken into the plan by itself, or not. */

import Check from 'lucide-react/icons/check';
import { useEffect, useState } from 'react';
import type { MeasureDraft } from '../../shared/protocol/hallEvents.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { Modal } from '../parts/Modal.tsx';
import { usePresentHall } from '../state/hallStore.ts';
import type { Plan } from '../state/planStore.ts';
import { request } from '../sync/hallConnection.ts';
import { getText, useText } from '../text/index.ts';
import styles from './Proposals.module.css';
import { type Proposing, proposeFor, stopProposing, useProposing } from './proposing.ts';
import type { PlanHands } from './usePlanHands.ts';

/** A language model on the server's own machine may be slow. */
const PATIENCE_MS = 200_000;

interface Found {
  drafts: readonly MeasureDraft[];
  by: 'rules' | 'model';
}

export function Proposals({ plan, hands }: { plan: Plan; hands: PlanHands }) {
  const { open, asked } = useProposing();
  // What was asked for belongs to this visit.
  useEffect(() => stopProposing, []);
  return open ? <Asked key={asked?.sources.join() ?? ''} asked={asked} plan={plan} hands={hands} /> : null;
}

function Asked({ asked, plan, hands }: { asked: Proposing | null; plan: Plan; hands: PlanHands }) {
  const words = useText().plan.actions.propose;
  return (
    <Modal
      title={asked ? words.from(asked.title) : words.title}
      className={styles.dialog}
      sheet
      onClose={stopProposing}
    >
      {asked ? <Drafts asked={asked} hands={hands} /> : <Points plan={plan} />}
      <div className="row">
        {asked && (
          <button type="button" className="button" onClick={() => proposeFor(null)}>
            {words.others}
          </button>
        )}
        <button type="button" className="button" onClick={stopProposing}>
          {words.close}
        </button>
      </div>
    </Modal>
  );
}

function Points({ plan }: { plan: Plan }) {
  const { propose: words, unnamed } = useText().plan.actions;
  const hall = usePresentHall();
  const groups = [
    ...hall.stations.map(({ id, title }) => ({ of: id as string, title })),
    { of: 'hall', title: words.ofHall },
  ]
    .map((group) => ({
      ...group,
      points: plan.points.filter(({ of, sources }) => of === group.of && sources.length > 0),
    }))
    .filter(({ points }) => points.length > 0);
  if (groups.length === 0) return <p>{words.noPoints}</p>;
  return (
    <>
      <p className="hint">{words.lead}</p>
      {groups.map(({ of, title, points }) => (
        <section key={of} className={styles.group}>
          <h3>{title}</h3>
          {points.map((point) => (
            <button
              key={point.id}
              type="button"
              className={`button ${styles.point}`}
              dir="auto"
              onClick={() => proposeFor({ sources: [point.id], title: point.title || unnamed })}
            >
              {point.title || unnamed}
            </button>
          ))}
        </section>
      ))}
    </>
  );
}

function Drafts({ asked, hands }: { asked: Proposing; hands: PlanHands }) {
  const words = useText().plan.actions.propose;
  const hall = usePresentHall();
  const [found, setFound] = useState<Found | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [taken, setTaken] = useState<ReadonlySet<number>>(new Set());
  useEffect(() => {
    let left = false;
    void request('measure:propose', { sources: [...asked.sources] }, { timeoutMs: PATIENCE_MS }).then(
      (outcome) => {
        if (left) return;
        if (outcome.ok) return setFound(outcome.data);
        const { faults, plan } = getText();
        setFault(`${plan.actions.propose.failed} ${faults[outcome.error.code] ?? faults.unknown}`);
      },
    );
    return () => {
      left = true;
    };
  }, [asked]);
  if (fault) return <FaultLine text={fault} />;
  if (!found) {
    return (
      <p role="status" className={styles.making}>
        <progress aria-hidden="true" />
        <span>
          {words.making} {hall.model !== null && hall.settings.model && words.slow}
        </span>
      </p>
    );
  }
  if (found.drafts.length === 0) return <p role="status">{words.nothing}</p>;
  return (
    <>
      <p role="status" data-proposed={found.by}>
        {found.by === 'model' ? words.model : words.rules}
      </p>
      <ul className={styles.drafts}>
        {found.drafts.map((draft, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two may be alike
          <li key={index} className={styles.draft}>
            <p dir="auto">
              <strong>{draft.title}</strong>
            </p>
            {draft.why && <p dir="auto">{draft.why}</p>}
            {draft.firstStep && <p dir="auto">{words.firstStep(draft.firstStep)}</p>}
            {taken.has(index) ? (
              <p className={styles.taken}>
                <Check size={18} aria-hidden="true" />
                {words.taken}
              </p>
            ) : (
              <button
                type="button"
                className="button"
                aria-label={words.takeThis(draft.title)}
                onClick={() => {
                  if (hands.add({ ...draft, sources: [...draft.sources] })) {
                    setTaken((before) => new Set(before).add(index));
                  } else setFault(getText().plan.actions.add.full);
                }}
              >
                {words.take}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
