/** How the plan's document stands: contact, and whether what one wrote is safe. */

import Check from 'lucide-react/icons/check';
import CloudOff from 'lucide-react/icons/cloud-off';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import { useEffect } from 'react';
import { announce } from '../state/announcer.ts';
import type { Plan } from '../state/planStore.ts';
import { getText, useText } from '../text/index.ts';
import styles from './Summary.module.css';

const SIGNS = { opening: RefreshCw, trying: CloudOff, refused: CloudOff, saved: Check, saving: RefreshCw };

export function PlanStanding({ plan, writes }: { plan: Plan; writes: boolean }) {
  const words = useText().plan.summary;
  const { state, saved, refusal } = plan;
  useEffect(() => {
    if (refusal) announce(getText().plan.summary.refused);
  }, [refusal]);
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
      {refusal && <p className={styles.refusal}>{words.refused}</p>}
    </div>
  );
}
