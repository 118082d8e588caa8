/** What fills a wall in place of the notes: the way in, a break, the end. */

import type { HallState, ShownTimer, StationState } from '../../shared/protocol/hallEvents.ts';
import { clockAt, useCountdown } from '../state/countdown.ts';
import { useText } from '../text/index.ts';
import styles from './Screens.module.css';
import { WayIn } from './WallSide.tsx';

/** Nothing hangs there yet: what is asked, and how to get in. */
export function StartScreen({ hall, station }: { hall: HallState; station: StationState }) {
  const { wall } = useText().board;
  return (
    <div className={styles.start}>
      <div>
        <p className={styles.ask}>{station.question}</p>
        <p className={styles.waiting}>{wall.waiting}</p>
      </div>
      <WayIn hall={hall} size="large" />
    </div>
  );
}

/** The code over the whole screen, for those who have just come. */
export function QrScreen({ hall, title }: { hall: HallState; title: string }) {
  return (
    <div className={styles.qr} data-screen="qr">
      <p className={styles.hall}>{title}</p>
      <WayIn hall={hall} size="huge" />
    </div>
  );
}

/** A break; calm, with the way in for those who come meanwhile. */
export function BreakScreen({ hall, timer }: { hall: HallState; timer: ShownTimer }) {
  const words = useText().walls.break;
  const shown = useCountdown(timer);
  return (
    <div className={styles.break} data-screen="break">
      <div className={styles.breakText}>
        <h2 className={styles.huge}>{words.title}</h2>
        <p className={styles.until}>
          {shown?.over ? words.over : timer.until !== null && words.until(clockAt(timer.until))}
        </p>
      </div>
      <div className={styles.corner}>
        <WayIn hall={hall} />
      </div>
    </div>
  );
}

interface EndProps {
  hall: HallState;
  /** Of the station whose wall it is; the foyer's screen has none. */
  here?: { title: string; notes: number; groups: number };
}

/** The hall is over: thanks, and what was made. */
export function EndScreen({ hall, here }: EndProps) {
  const { ended, notesIn, groupsIn, hall: words } = useText().walls;
  const all = hall.stations.reduce((sum, { notes }) => sum + notes, 0);
  return (
    <div className={styles.end} data-screen="ended">
      <h2 className={styles.huge}>{ended.title}</h2>
      <p className={styles.made}>{ended.made}</p>
      <dl className={styles.counts}>
        {here && (
          <div>
            <dt>{ended.here(here.title)}</dt>
            <dd>{notesIn(here.notes)}</dd>
            {here.groups > 0 && <dd>{groupsIn(here.groups)}</dd>}
          </div>
        )}
        <div>
          <dt>{ended.hall}</dt>
          <dd>{notesIn(all)}</dd>
          <dd>{words.stations(hall.stations.length)}</dd>
        </div>
      </dl>
    </div>
  );
}
