/** The host's view of a station: what to say, the round, who and what is where, and the way to the screens. */

import LayoutGrid from 'lucide-react/icons/layout-grid';
import Presentation from 'lucide-react/icons/presentation';
import SquarePen from 'lucide-react/icons/square-pen';
import type { StationId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import { may } from '../../shared/domain/permission.ts';
import { JoinCard } from '../parts/JoinCard.tsx';
import { Link } from '../parts/Link.tsx';
import { StationFacts } from '../parts/StationFacts.tsx';
import { ViewTitle } from '../parts/ViewTitle.tsx';
import { publicOrigin } from '../state/hallLinks.ts';
import { useHallStore, usePresentHall } from '../state/hallStore.ts';
import { useText } from '../text/index.ts';
import styles from './Desk.module.css';
import { LocalhostWarning } from './LocalhostWarning.tsx';
import { Page } from './Page.tsx';
import { RoundControl } from './RoundControl.tsx';
import { Script } from './Script.tsx';
import { StationRules } from './StationRules.tsx';

export default function Desk({ station: stationId }: { station: StationId }) {
  const { desk, hall: hallWords, station: words } = useText();
  const hall = usePresentHall();
  const you = useHallStore((store) => store.you);
  const station = hall.stations.find(({ id }) => id === stationId);
  if (!station) {
    return (
      <Page hall={hall.id} back>
        <ViewTitle name={words.unknown} />
      </Page>
    );
  }
  const notYours = you?.role === 'host' && !you.stations.includes(stationId);
  return (
    <Page hall={hall.id} back width="wide">
      <div className={styles.head}>
        <p className={styles.kind}>{desk.kind}</p>
        <ViewTitle name={desk.title(station.title)}>{station.title}</ViewTitle>
        <p className={styles.question}>{station.question}</p>
        <StationFacts people={station.people} notes={station.notes} status={station.status} />
        {notYours && <p className="hint">{desk.notYours}</p>}
        <div className={styles.screens}>
          <Link className="button" to={paths.board(hall.id, stationId)}>
            <LayoutGrid size={18} aria-hidden="true" />
            {desk.board}
          </Link>
          <a
            className="button"
            href={paths.wall(hall.id, stationId)}
            target="_blank"
            rel="noopener noreferrer"
          >
            <Presentation size={18} aria-hidden="true" />
            {desk.wall}
          </a>
          <Link className="button" to={paths.pad(hall.id, stationId)}>
            <SquarePen size={18} aria-hidden="true" />
            {hallWords.write}
          </Link>
        </div>
      </div>
      <div className={styles.desk}>
        <div className={styles.side}>
          <div className="card">
            <RoundControl hall={hall} />
          </div>
          {you && may(you, 'station:rule', stationId) && <StationRules station={station} />}
        </div>
        <div className={styles.script}>
          <Script paragraphs={station.explanation} />
        </div>
        <div className={styles.side}>
          <section className="card stack">
            <h2 className={styles.small}>{desk.allTitle}</h2>
            <ul className={styles.stations}>
              {hall.stations.map((one) => (
                <li key={one.id} className={styles.station} aria-current={one.id === stationId || undefined}>
                  <h3 className={styles.name}>{one.title}</h3>
                  <StationFacts people={one.people} notes={one.notes} status={one.status} />
                </li>
              ))}
            </ul>
          </section>
          <section className="card stack">
            <h2 className={styles.small}>{desk.joinTitle}</h2>
            <LocalhostWarning />
            <JoinCard
              link={publicOrigin(hall.id) + paths.joinByCode(hall.code)}
              code={hall.code}
              hint={desk.joinHint}
            />
          </section>
        </div>
      </div>
    </Page>
  );
}
