/** The pad: one question, one field, send; below it one's own notes with how far each has come. */

import LayoutGrid from 'lucide-react/icons/layout-grid';
import type { StationId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import { Link } from '../parts/Link.tsx';
import { later } from '../parts/later.tsx';
import { StationBar } from '../parts/StationBar.tsx';
import { ViewTitle } from '../parts/ViewTitle.tsx';
import { closedTo, freshAt, isPaused, useHallStore, usePresentHall } from '../state/hallStore.ts';
import { useText } from '../text/index.ts';
import { OwnNotes } from './OwnNotes.tsx';
import styles from './Pad.module.css';
import { PadField } from './PadField.tsx';
import { Page } from './Page.tsx';

/** What is there only now and then (a timer, a vote), or is not needed to write. */
const PadPart = later(() => import('../part/PadPart.tsx'));

export function Pad({ station: stationId }: { station: StationId }) {
  const { pad, station: words, faults } = useText();
  const hall = usePresentHall();
  const you = useHallStore((store) => store.you);
  const station = hall.stations.find(({ id }) => id === stationId);
  const bar = hall.stations.map((one) => ({ ...one, fresh: freshAt(one, you) }));
  const closed = closedTo(hall, you);
  const head = station && (
    <>
      <PadPart at="head" station={station} />
      <Link className={`button ${styles.board}`} to={paths.board(hall.id, stationId)} aria-label={pad.board}>
        <LayoutGrid size={18} aria-hidden="true" />
        {pad.boardShort}
      </Link>
    </>
  );
  return (
    <Page hall={hall.id} back head={head} className={styles.pad}>
      {station ? (
        <>
          <ViewTitle name={pad.title(station.title)} className={styles.title}>
            {station.title}
          </ViewTitle>
          <p className={styles.question}>{station.question}</p>
          {station.anonymous && <p className={`hint ${styles.told}`}>{words.anonymous}</p>}
          <p role="status" className={`${styles.told} ${styles.pause}`}>
            {closed ? faults[closed] : isPaused(station, you) && faults.frozen}
          </p>
          {you?.role === 'wall' ? (
            <p>{pad.readOnly}</p>
          ) : (
            <PadField hall={hall} station={station} closed={closed} />
          )}
          <div className={styles.part}>
            <PadPart at="under" station={station} />
          </div>
        </>
      ) : (
        <ViewTitle name={words.unknown} />
      )}
      <div className={styles.walk}>
        <StationBar hall={hall.id} stations={bar} here={stationId} />
      </div>
      {station && <OwnNotes hall={hall} station={station} />}
    </Page>
  );
}
