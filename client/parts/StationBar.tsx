/** The walk: all stations one tap away, with the people there and the news since one was there. */

import Users from 'lucide-react/icons/users';
import { useEffect, useRef } from 'react';
import type { HallId, StationId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import { useText } from '../text/index.ts';
import { Link } from './Link.tsx';
import styles from './StationBar.module.css';

export interface BarStation {
  id: StationId;
  title: string;
  people: number;
  /** Notes that came since the person last was there; null where they never were. */
  fresh: number | null;
}

interface Props {
  hall: HallId;
  stations: readonly BarStation[];
  here: StationId;
}

export function StationBar({ hall, stations, here }: Props) {
  const { pad, count } = useText();
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another station is another place to show
  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>('[aria-current]');
    // Not `scrollIntoView`, which would move the page too.
    if (list.current && current) {
      list.current.scrollLeft = current.offsetLeft - (list.current.clientWidth - current.clientWidth) / 2;
    }
  }, [here]);
  return (
    <nav className={styles.bar} aria-label={pad.stations}>
      <ul ref={list} className={styles.list}>
        {stations.map(({ id, title, people, fresh }) => (
          <li key={id}>
            <Link
              to={paths.pad(hall, id)}
              className={styles.station}
              aria-current={id === here ? 'page' : undefined}
            >
              <span className={styles.title}>{title}</span>
              <span className={styles.facts}>
                <span className={styles.people}>
                  <Users size={13} aria-hidden="true" strokeWidth={2.4} />
                  <span aria-hidden="true">{people}</span>
                  <span className="sr-only">{count.people(people)}</span>
                </span>
                {fresh !== null && fresh > 0 && id !== here && (
                  <span className={styles.fresh}>{count.freshShort(fresh)}</span>
                )}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
