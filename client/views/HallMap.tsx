/** The hall at a glance: the round, and the stations to walk to. */

import CalendarRange from 'lucide-react/icons/calendar-range';
import Users from 'lucide-react/icons/users';
import type { StationId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import type { HallState, StationState, You } from '../../shared/protocol/hallEvents.ts';
import { Link } from '../parts/Link.tsx';
import paper from '../parts/paper.module.css';
import { roundName, roundPaint } from '../parts/roundPaint.ts';
import { StationFacts } from '../parts/StationFacts.tsx';
import { ViewTitle } from '../parts/ViewTitle.tsx';
import { freshAt, useHallStore, usePresentHall } from '../state/hallStore.ts';
import { useText } from '../text/index.ts';
import styles from './HallMap.module.css';
import { Page } from './Page.tsx';

export default function HallMap() {
  const { hall: words, count, round } = useText();
  const hall = usePresentHall();
  const { style, band } = roundPaint(hall.rounds, hall.round);
  const you = useHallStore((store) => store.you);
  const organises = you?.role === 'organiser';
  return (
    <Page
      hall={hall.id}
      width="wide"
      head={
        organises && (
          <Link className="button" to={paths.organise(hall.id)}>
            {words.organise}
          </Link>
        )
      }
    >
      <div className={styles.head}>
        <ViewTitle name={hall.title} />
        <p className={styles.lead}>{words.lead}</p>
        <div className={`${paper.paper} ${styles.now}`} style={style}>
          <span className={band} aria-hidden="true" />
          <p className={styles.facts}>
            <span className={styles.round}>{round.full(hall.round, roundName(hall.rounds, hall.round))}</span>
            <span className={styles.people}>
              <Users size={18} aria-hidden="true" />
              {count.inHall(hall.people)}
            </span>
          </p>
        </div>
      </div>
      <h2 className="sr-only">{words.stations}</h2>
      <ul className={styles.stations}>
        {hall.stations.map((station) => (
          <li key={station.id}>
            <StationCard hall={hall} station={station} you={you} />
          </li>
        ))}
      </ul>
      <p className={`hint ${styles.code}`}>{words.codeLine(hall.code)}</p>
    </Page>
  );
}

interface CardProps {
  hall: HallState;
  station: StationState;
  you: You | null;
}

function StationCard({ hall, station, you }: CardProps) {
  const { hall: words } = useText();
  const writes = you?.role !== 'wall';
  return (
    <article className={styles.station}>
      <h3 className={styles.title}>
        {writes ? (
          <Link className={styles.walk} to={paths.pad(hall.id, station.id)}>
            {station.title}
          </Link>
        ) : (
          station.title
        )}
        {station.kind === 'timeline' && <CalendarRange size={22} aria-hidden="true" />}
      </h3>
      <p className={styles.question}>{station.question}</p>
      <div className={styles.known}>
        <StationFacts
          people={station.people}
          notes={station.notes}
          fresh={freshAt(station, you)}
          status={station.status}
        />
      </div>
      <div className={styles.actions}>
        {writes && (
          <Link
            className="button primary"
            to={paths.pad(hall.id, station.id)}
            aria-label={words.writeAt(station.title)}
          >
            {words.write}
          </Link>
        )}
        <Link
          className="button"
          to={paths.board(hall.id, station.id)}
          aria-label={words.boardAt(station.title)}
        >
          {words.board}
        </Link>
        {mayHost(you, station.id) && (
          <Link className="button" to={paths.desk(hall.id, station.id)}>
            {words.desk}
          </Link>
        )}
      </div>
    </article>
  );
}

function mayHost(you: You | null, station: StationId): boolean {
  return you?.role === 'organiser' || (you?.role === 'host' && you.stations.includes(station));
}
