/** The hall's timer: what is left, large enough to steer by, and calm when it is over. It covers nothing and asks nothing. */

import { useEffect, useRef } from 'react';
import type { ShownTimer } from '../../shared/protocol/hallEvents.ts';
import { announce } from '../state/announcer.ts';
import { clockAt, minutesAndSeconds, useCountdown } from '../state/countdown.ts';
import { useText } from '../text/index.ts';
import styles from './TimerFace.module.css';

interface Props {
  timer: ShownTimer | null;
  /** Both go by the size of the text around them. */
  size: 'small' | 'large';
  /** Says nothing to screen readers by itself: another face on the page does. */
  quiet?: boolean;
}

const LAST_MS = 60_000;

export function TimerFace({ timer, size, quiet = false }: Props) {
  const { timer: words } = useText().host;
  const shown = useCountdown(timer);
  const phase = !shown ? 'none' : shown.over ? 'over' : shown.left <= LAST_MS ? 'last' : 'more';
  useSaid(timer, phase, quiet);
  if (!timer || !shown) return null;
  const isBreak = timer.kind === 'break';
  return (
    <div className={styles.face} data-size={size} data-phase={phase} data-kind={timer.kind}>
      <span className={styles.name}>
        {shown.over
          ? isBreak
            ? words.breakOver
            : words.over
          : !timer.running
            ? words.paused
            : isBreak
              ? words.breakUntil(clockAt(timer.until ?? 0))
              : words.left}
      </span>
      <span role="timer" className={styles.time} aria-label={isBreak ? words.breakLeft : words.left}>
        {minutesAndSeconds(shown.left)}
      </span>
    </div>
  );
}

/** Tells screen readers when a minute is left and when it is over; nothing in between. */
function useSaid(timer: ShownTimer | null, phase: 'none' | 'more' | 'last' | 'over', quiet: boolean): void {
  const { timer: words } = useText().host;
  const before = useRef(phase);
  useEffect(() => {
    const was = before.current;
    before.current = phase;
    if (quiet || !timer?.running) return;
    if (phase === 'last' && was === 'more') announce(words.minuteLeft);
    if (phase === 'over' && was === 'last') announce(timer.kind === 'break' ? words.breakOver : words.over);
  }, [phase, quiet, timer, words]);
}
