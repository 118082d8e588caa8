/** Sets the station back to the time that the replay shows: told before what will happen, and taken back with one press. */

import { FaultLine } from '../parts/FaultLine.tsx';
import { TwoStep } from '../parts/TwoStep.tsx';
import { useText } from '../text/index.ts';
import styles from './Replay.module.css';
import type { Restoring } from './useRestoring.ts';

interface Props {
  restoring: Restoring;
  at: number;
  clock: string;
}

export function RestoreHere({ restoring, at, clock }: Props) {
  const words = useText().past.restore;
  const { busy, done, said, fault, restore, undo } = restoring;
  return (
    <div className={styles.restore}>
      <TwoStep
        label={words.button}
        question={words.question(clock)}
        confirm={words.confirm}
        onConfirm={() => void restore(at, clock)}
        disabled={busy}
      />
      {said && (
        <p className={styles.said}>
          {said}{' '}
          {done && (
            <button type="button" className="button" disabled={busy} onClick={() => void undo()}>
              {words.undo}
            </button>
          )}
        </p>
      )}
      <FaultLine text={fault} />
    </div>
  );
}
