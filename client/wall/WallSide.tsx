/** The side of a wall: round, time, how many there are, and the way in. Large enough to be read from the back. */

import type { CSSProperties } from 'react';
import { paths } from '../../shared/domain/links.ts';
import { roundLook } from '../../shared/domain/round.ts';
import type { HallState } from '../../shared/protocol/hallEvents.ts';
import { widthOf } from '../board/paint/letterWidths.ts';
import { LazyQr } from '../parts/LazyQr.tsx';
import paper from '../parts/paper.module.css';
import { roundName, roundPaint } from '../parts/roundPaint.ts';
import { TimerFace } from '../parts/TimerFace.tsx';
import { publicOrigin } from '../state/hallLinks.ts';
import { useText } from '../text/index.ts';
import styles from './WallSide.module.css';

interface Props {
  hall: HallState;
  /** How many notes and people: of a station, or of the whole hall. */
  counts: { notes: number; people: number };
  /** The way in stands large elsewhere. */
  bare?: boolean;
}

export function WallSide({ hall, counts, bare = false }: Props) {
  const { board, count } = useText();
  return (
    <aside className={styles.side}>
      <WallRound hall={hall} />
      {hall.timer && (
        <div className={styles.timer}>
          <TimerFace timer={hall.timer} size="large" quiet />
        </div>
      )}
      <dl className={styles.counts}>
        <div>
          <dt>{board.wall.notes(counts.notes)}</dt>
          <dd>{count.number(counts.notes)}</dd>
        </div>
        <div>
          <dt>{board.wall.people(counts.people)}</dt>
          <dd>{count.number(counts.people)}</dd>
        </div>
      </dl>
      {!bare && <WayIn hall={hall} />}
    </aside>
  );
}

/** The hall's round as a large note. */
function WallRound({ hall }: { hall: HallState }) {
  const { wall } = useText().board;
  const { style } = roundPaint(hall.rounds, hall.round);
  const { mark } = roundLook(hall.rounds, hall.round);
  return (
    <div className={`${paper.paper} ${styles.round}`} style={style}>
      <span className={styles.band} data-mark={mark} aria-hidden="true" />
      <span className={styles.number}>{wall.round(hall.round)}</span>
      <span className={styles.name}>{roundName(hall.rounds, hall.round)}</span>
    </div>
  );
}

/** QR code, short code and address. */
export function WayIn({ hall, size }: { hall: HallState; size?: 'large' | 'huge' }) {
  const { board, walls } = useText();
  const origin = publicOrigin(hall.id);
  return (
    <div className={styles.way} data-size={size}>
      <LazyQr
        className={styles.qr!}
        value={`${origin}${paths.joinByCode(hall.code)}`}
        label={board.wall.qr}
      />
      <p className={styles.scan}>
        {walls.scan} <strong>{new URL(origin).host}</strong>
      </p>
      <p className={styles.code} style={{ '--wide': widthOf(hall.code) / 100 } as CSSProperties}>
        {hall.code.slice(0, 3)}
        <span className={styles.gap} />
        {hall.code.slice(3)}
      </p>
    </div>
  );
}
