/** The side of a wall: the round, how many there are, and the way in. Large enough to be read from the back. */

import type { CSSProperties } from 'react';
import { paths } from '../../shared/domain/links.ts';
import { roundLook } from '../../shared/domain/round.ts';
import type { HallState, StationState } from '../../shared/protocol/hallEvents.ts';
import { LazyQr } from '../parts/LazyQr.tsx';
import paper from '../parts/paper.module.css';
import { roundName, roundPaint } from '../parts/roundPaint.ts';
import { publicOrigin } from '../state/hallLinks.ts';
import { useText } from '../text/index.ts';
import { widthOf } from './letterWidths.ts';
import styles from './WallSide.module.css';

interface Props {
  hall: HallState;
  station: StationState;
  /** The way in stands large elsewhere. */
  bare: boolean;
}

export function WallSide({ hall, station, bare }: Props) {
  const { board, count } = useText();
  const { style } = roundPaint(hall.rounds, hall.round);
  const { mark } = roundLook(hall.rounds, hall.round);
  return (
    <aside className={styles.side}>
      <div className={`${paper.paper} ${styles.round}`} style={style}>
        <span className={styles.band} data-mark={mark} aria-hidden="true" />
        <span className={styles.number}>{board.wall.round(hall.round)}</span>
        <span className={styles.name}>{roundName(hall.rounds, hall.round)}</span>
      </div>
      <dl className={styles.counts}>
        <div>
          <dt>{board.wall.notes(station.notes)}</dt>
          <dd>{count.number(station.notes)}</dd>
        </div>
        <div>
          <dt>{board.wall.people(station.people)}</dt>
          <dd>{count.number(station.people)}</dd>
        </div>
      </dl>
      {!bare && <WayIn hall={hall} />}
    </aside>
  );
}

/** QR code, short code and address. */
export function WayIn({ hall, large = false }: { hall: HallState; large?: boolean }) {
  const { wall } = useText().board;
  const origin = publicOrigin(hall.id);
  return (
    <div className={styles.way} data-large={large || undefined}>
      <LazyQr className={styles.qr!} value={`${origin}${paths.joinByCode(hall.code)}`} label={wall.qr} />
      <p className={styles.scan}>
        {wall.scan} <strong>{new URL(origin).host}</strong>
      </p>
      <p className={styles.code} style={{ '--wide': widthOf(hall.code) / 100 } as CSSProperties}>
        {hall.code.slice(0, 3)}
        <span className={styles.gap} />
        {hall.code.slice(3)}
      </p>
    </div>
  );
}
