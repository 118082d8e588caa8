/** How the plan's document stands: contact, and whether what one wrote is safe. */

import Check from 'lucide-react/icons/check';
import CloudOff from 'lucide-react/icons/cloud-off';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import { useEffect } from 'react';
import { announce } from '../state/announcer.ts';
import type { Plan } from '../state/planStore.ts';
import { useText } from '../text/index.ts';
import styles from './Summary.module.css';

const SIGNS = { opening: RefreshCw, trying: CloudOff, refused: CloudOff, saved: Check, saving: RefreshCw };

interface Props {
  plan: Plan;
  writes: boolean;
  /** What is said of a refusal, where it is about something else than a summary. */
  refusedWith?: ((code: string) => string) | undefined;
}

export function PlanStanding({ plan, writes, refusedWith }: Props) {
  const words = useText().plan.summary;
  const { state, saved, refusal } = plan;
  const refused = refusal && (refusedWith?.(refusal.code) ?? words.refused);
  useEffect(() => {
    // A new one each time, also where the words are the same.
    if (refusal && refused) announce(refused);
  }, [refusal, refused]);
  const standing = state === 'live' ? (saved ? 'saved' : 'saving') : state;
  const Sign = SIGNS[standing];
  if (state === 'live' && !writes) return null;
  return (
    <div className={styles.standing} data-standing={standing}>
      <p role="status">
        <Sign size={16} strokeWidth={2.5} aria-hidden="true" />
        <span>{words.standing[standing]}</span>
      </p>
      {(state === 'trying' || state === 'refused') && (
        <button type="button" className="button" onClick={plan.tryNow}>
          {words.standing.tryNow}
        </button>
      )}
      {refused && <p className={styles.refusal}>{refused}</p>}
    </div>
  );
}
