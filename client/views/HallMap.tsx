/** The hall at a glance: the round, the stations to walk to, and one's own visit. */

import CalendarRange from 'lucide-react/icons/calendar-range';
import Users from 'lucide-react/icons/users';
import type { StationId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import type { HallState, StationState, You } from '../../shared/protocol/hallEvents.ts';
import { Closed } from '../part/Closed.tsx';
import { roomierThan } from '../part/crowding.ts';
import { TimerChip } from '../part/TimerChip.tsx';
import { VisitCard } from '../part/VisitCard.tsx';
import { Link } from '../parts/Link.tsx';
import { later } from '../parts/later.tsx';
import paper from '../parts/paper.module.css';
import { roundName, roundPaint } from '../parts/roundPaint.ts';
import { StationFacts } from '../parts/StationFacts.tsx';
import { ViewTitle } from '../parts/ViewTitle.tsx';
import { closedTo, freshAt, useHallStore, usePresentHall } from '../state/hallStore.ts';
import { useText } from '../text/index.ts';
import styles from './HallMap.module.css';
import { Page } from './Page.tsx';

/** For hosts and the organiser. */
const MapThreads = later(() => import('../past/MapThreads.tsx'));

export default function HallMap() {
  const { round, part, faults, plan } = useText();
  const words = part.map;
  const hall = usePresentHall();
  const { style, band } = roundPaint(hall.rounds, hall.round);
  const you = useHallStore((store) => store.you);
  const organises = you?.role === 'organiser';
  const closed = closedTo(hall, you);
  const resting = isResting(hall);
  return (
    <Page
      hall={hall.id}
      width="wide"
      head={
        <>
          <TimerChip />
          {organises && (
            <Link className="button" to={paths.organise(hall.id)}>
              {words.organise}
            </Link>
          )}
        </>
      }
    >
      <div className={styles.head}>
        <ViewTitle name={hall.title} />
        {closed ? (
          <>
            <p className={styles.lead}>{faults[closed]}</p>
            <Closed hall={hall} why={closed} />
          </>
        ) : (
          <p className={styles.lead}>{resting ? words.restingAll : words.lead}</p>
        )}
        <div className={`${paper.paper} ${styles.now}`} style={style}>
          <span className={band} aria-hidden="true" />
          <p className={styles.facts}>
            <span className={styles.round}>{round.full(hall.round, roundName(hall.rounds, hall.round))}</span>
            <span className={styles.people}>
              <Users size={18} aria-hidden="true" />
              {words.inHall(hall.people)}
            </span>
          </p>
        </div>
        {hall.model && hall.settings.model && (
          <p className="hint">{words.model(hall.model.name, hall.model.remote)}</p>
        )}
      </div>
      <h2 className="sr-only">{words.stations}</h2>
      <ul className={styles.stations}>
        {hall.stations.map((station) => (
          <li key={station.id}>
            <StationCard hall={hall} station={station} you={you} closed={closed !== null} />
          </li>
        ))}
      </ul>
      <p className={styles.after}>
        <Link to={paths.hallSummary(hall.id)}>{plan.summary.openHall}</Link>
        <Link to={paths.plan(hall.id)}>{plan.actions.open}</Link>
      </p>
      {(organises || you?.role === 'host') && <MapThreads hall={hall} />}
      {you && you.role !== 'wall' && <VisitCard hall={hall} you={you} />}
      <p className={`hint ${styles.code}`}>{words.codeLine(hall.code)}</p>
    </Page>
  );
}

interface CardProps {
  hall: HallState;
  station: StationState;
  you: You | null;
  /** Nothing is written here any more. */
  closed: boolean;
}

function StationCard({ hall, station, you, closed }: CardProps) {
  const { part, hall: writing } = useText();
  const words = part.map;
  const writes = you?.role !== 'wall';
  const resting = isResting(hall);
  // In a break people stand where the coffee is.
  const roomier = resting || closed ? null : roomierThan(station.id, hall.stations);
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
          resting={resting}
        />
        {roomier && <p className={styles.roomier}>{words.roomier(roomier.title)}</p>}
      </div>
      <div className={styles.actions}>
        {writes && !closed && (
          <Link
            className="button primary"
            to={paths.pad(hall.id, station.id)}
            aria-label={words.writeAt(station.title)}
          >
            {writing.write}
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

function isResting({ timer }: HallState): boolean {
  return timer?.kind === 'break' && timer.left > 0;
}

function mayHost(you: You | null, station: StationId): boolean {
  return you?.role === 'organiser' || (you?.role === 'host' && you.stations.includes(station));
}
