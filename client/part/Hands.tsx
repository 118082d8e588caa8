/** Two quiet words to the host: done, and help wanted. Pressed again, each is taken back. */

import Check from 'lucide-react/icons/check';
import HandHelping from 'lucide-react/icons/hand-helping';
import { useState } from 'react';
import type { StationId } from '../../shared/domain/ids.ts';
import type { Hand } from '../../shared/protocol/hallEvents.ts';
import { announce } from '../state/announcer.ts';
import { useHallStore } from '../state/hallStore.ts';
import { request } from '../sync/hallConnection.ts';
import { useText } from '../text/index.ts';
import styles from './Hands.module.css';

const SIGNS = { done: Check, help: HandHelping };

export function Hands({ station: stationId }: { station: StationId }) {
  const { part, faults } = useText();
  const words = part.hands;
  const hand = useHallStore(({ you }) => (you?.hand?.stationId === stationId ? you.hand.hand : null));
  const [fault, setFault] = useState<string | null>(null);
  const raise = async (wanted: Hand | null) => {
    setFault(null);
    const outcome = await request('hand:raise', { stationId, hand: wanted });
    if (!outcome.ok) return setFault(faults[outcome.error.code] ?? faults.unknown);
    const { you } = useHallStore.getState();
    const raised = outcome.data.hand;
    if (you) useHallStore.setState({ you: { ...you, hand: raised && { stationId, hand: raised } } });
    announce(raised === 'done' ? words.doneRaised : raised ? words.helpRaised : words.lowered);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would announce itself as a form's part
    <div className={styles.hands} role="group" aria-label={part.pad.toHost}>
      {(['done', 'help'] as const).map((one) => {
        const Sign = SIGNS[one];
        return (
          <button
            key={one}
            type="button"
            className={`button ${styles.hand}`}
            aria-pressed={hand === one}
            onClick={() => void raise(hand === one ? null : one)}
          >
            <Sign size={18} aria-hidden="true" />
            {words[one]}
          </button>
        );
      })}
      {(fault || hand) && (
        <p className={`hint ${styles.told}`}>
          {fault ?? (hand === 'done' ? words.doneRaised : words.helpRaised)}
        </p>
      )}
    </div>
  );
}
