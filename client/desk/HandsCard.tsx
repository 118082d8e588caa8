/** Raised hands: who wants help first, the longest waiting at the top; and how many are done. */

import Hand from 'lucide-react/icons/hand';
import { useRef } from 'react';
import type { RaisedHand, StationState } from '../../shared/protocol/hallEvents.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { TwoStep } from '../parts/TwoStep.tsx';
import { announce } from '../state/announcer.ts';
import { useDeskStore } from '../state/deskStore.ts';
import { useText } from '../text/index.ts';
import styles from './People.module.css';
import { handsOf } from './peopleOrder.ts';
import { useDeed } from './useDeed.ts';
import { useTimePassing } from './useTimePassing.ts';

const NONE: readonly RaisedHand[] = [];

export function HandsCard({ station }: { station: StationState }) {
  const { people: words, noName } = useText().host;
  const hands = useDeskStore((store) => store.desk?.hands ?? NONE);
  const people = useDeskStore((store) => store.desk?.people);
  const { fault, act } = useDeed();
  const now = useTimePassing();
  const heading = useRef<HTMLHeadingElement>(null);
  const stationId = station.id;
  const { help, done } = handsOf(hands);
  // The host is no participant who could be done.
  const here = people?.filter((person) => person.here && !person.steers).length ?? station.people;
  const lower = async (hand?: RaisedHand) => {
    const participantId = hand?.participantId;
    const lowered = await act(
      'hand:lower',
      { stationId, ...(participantId && { participantId }) },
      words.lowerFailed,
    );
    if (!lowered) return;
    announce(hand ? words.lowered : words.loweredAll);
    heading.current?.focus({ preventScroll: true });
  };
  return (
    <section className="card stack">
      <h3 ref={heading} tabIndex={-1} className={styles.title}>
        {words.handsTitle}
      </h3>
      <div>
        <p className={styles.count}>{words.done(done.length, Math.max(here, done.length))}</p>
        <div className={styles.track} aria-hidden="true">
          <div
            className={styles.filled}
            style={{ width: `${(100 * done.length) / Math.max(1, here, done.length)}%` }}
          />
        </div>
      </div>
      {hands.length === 0 && <p className="hint">{words.noHands}</p>}
      {help.length > 0 && (
        <ul className={styles.help} aria-label={words.help(help.length)}>
          {help.map((hand) => (
            <li key={hand.participantId} className={styles.helpRow}>
              <Hand size={20} aria-hidden="true" />
              <p className={styles.who}>
                <strong>{words.wantsHelp(hand.name || noName)}</strong>{' '}
                <span className={styles.since}>
                  {words.since(Math.max(0, Math.floor((now - hand.at) / 60_000)))}
                </span>
              </p>
              <button
                type="button"
                className="button"
                aria-label={words.seenOf(hand.name || noName)}
                onClick={() => void lower(hand)}
              >
                {words.seen}
              </button>
            </li>
          ))}
        </ul>
      )}
      {done.length > 0 && (
        <p className={styles.doneWho}>
          <strong>{words.doneWho}:</strong> {done.map(({ name }) => name || noName).join(', ')}
        </p>
      )}
      {hands.length > 0 && (
        <TwoStep
          label={words.lowerAll}
          question={words.lowerQuestion}
          confirm={words.lowerConfirm}
          onConfirm={() => void lower()}
        />
      )}
      <FaultLine text={fault} />
    </section>
  );
}
