/** The hall's round, and the step to the next: asked once more in its place, for it colours every new note. */

import { useRef, useState } from 'react';
import type { HallState } from '../../shared/protocol/hallEvents.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { RoundBadge } from '../parts/RoundBadge.tsx';
import { TwoStep } from '../parts/TwoStep.tsx';
import { announce } from '../state/announcer.ts';
import { useSteers } from '../state/hallStore.ts';
import { request } from '../sync/hallConnection.ts';
import { useText } from '../text/index.ts';
import styles from './RoundControl.module.css';

export function RoundControl({ hall }: { hall: HallState }) {
  const { desk, host, faults } = useText();
  const [fault, setFault] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const steers = useSteers(hall);
  const next = hall.rounds.find(({ n }) => n > hall.round);
  const start = async (n: number, name: string) => {
    setFault(null);
    // To start a round that another host has just started changes nothing: a second press is no second step.
    const outcome = await request('round:start', { round: n });
    if (outcome.ok) {
      announce(desk.roundStarted(n, name));
      // The button that was pressed goes when the round comes; the focus stays where it was.
      heading.current?.focus();
    } else setFault(`${desk.roundFailed} ${faults[outcome.error.code] ?? faults.unknown}`);
  };
  return (
    <section className={styles.round}>
      <h2 ref={heading} tabIndex={-1} className={styles.title}>
        {desk.roundTitle}
      </h2>
      <p className={styles.now}>
        <RoundBadge rounds={hall.rounds} n={hall.round} />
      </p>
      {!steers ? (
        <p className="hint">{host.timer.notYours}</p>
      ) : next ? (
        <TwoStep
          // Another round is another question.
          key={next.n}
          className={styles.next}
          label={desk.nextRound(next.n, next.name)}
          question={desk.nextQuestion(next.n, next.name)}
          confirm={desk.nextConfirm(next.n)}
          onConfirm={() => void start(next.n, next.name)}
        />
      ) : (
        <p className="hint">{desk.lastRound}</p>
      )}
      <FaultLine text={fault} />
    </section>
  );
}
