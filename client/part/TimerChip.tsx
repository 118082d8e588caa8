/** The hall's timer in the head of a view; nothing where none runs. */

import { TimerFace } from '../parts/TimerFace.tsx';
import { useHallStore } from '../state/hallStore.ts';
import styles from './TimerChip.module.css';

export function TimerChip() {
  const timer = useHallStore(({ hall }) => hall?.timer ?? null);
  if (!timer) return null;
  return (
    <div className={styles.chip}>
      <TimerFace timer={timer} size="small" />
    </div>
  );
}
