/** What to know where one no longer writes: the hall is over, or a host has shut one out. Why stands in the view itself. */

import { useEffect } from 'react';
import type { StationId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import type { HallState } from '../../shared/protocol/hallEvents.ts';
import { Link } from '../parts/Link.tsx';
import { boardCopies } from '../state/boardCopies.ts';
import { useText } from '../text/index.ts';
import styles from './Closed.module.css';

interface Props {
  hall: HallState;
  why: 'ended' | 'shut_out';
  /** Where one is; left out on the hall's map. */
  station?: StationId;
}

export function Closed({ hall, why, station }: Props) {
  const { ended, shut } = useText().part;
  // It may have ended while this device was away.
  useEffect(() => {
    if (why === 'ended') void boardCopies.forget(hall.id);
  }, [why, hall.id]);
  return (
    <section className={styles.closed}>
      {why === 'ended' ? (
        <>
          <p className={styles.thanks}>{ended.thanks}</p>
          <p>{ended.told}</p>
          {station && (
            <p className="row">
              <Link className="button" to={paths.board(hall.id, station)}>
                {ended.board}
              </Link>
              <Link className="button" to={paths.outline(hall.id, station)}>
                {ended.outline}
              </Link>
              <Link className="button" to={paths.hall(hall.id)}>
                {ended.map}
              </Link>
            </p>
          )}
        </>
      ) : (
        <p>{shut}</p>
      )}
    </section>
  );
}
