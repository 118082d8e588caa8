/** The station's wall, steered from here: what it shows, what is lifted out, and the vote. */

import Group from 'lucide-react/icons/group';
import LayoutGrid from 'lucide-react/icons/layout-grid';
import Presentation from 'lucide-react/icons/presentation';
import QrCode from 'lucide-react/icons/qr-code';
import ScanEye from 'lucide-react/icons/scan-eye';
import Sparkles from 'lucide-react/icons/sparkles';
import Square from 'lucide-react/icons/square';
import SquarePen from 'lucide-react/icons/square-pen';
import StickyNote from 'lucide-react/icons/sticky-note';
import type { WallOrder } from '../../shared/domain/hall.ts';
import { paths } from '../../shared/domain/links.ts';
import type { HallState, StationState } from '../../shared/protocol/hallEvents.ts';
import { AdoptWall } from '../help/AdoptWall.tsx';
import { Choice } from '../parts/Choice.tsx';
import { FaultLine } from '../parts/FaultLine.tsx';
import { Link } from '../parts/Link.tsx';
import { announce } from '../state/announcer.ts';
import { useText } from '../text/index.ts';
import type { DeskBoard } from './deskBoard.ts';
import { LitOnWall } from './LitOnWall.tsx';
import { Spotlight } from './Spotlight.tsx';
import { useDeed } from './useDeed.ts';
import { VoteControl } from './VoteControl.tsx';
import styles from './WallPart.module.css';

interface Props {
  hall: HallState;
  station: StationState;
  board: DeskBoard | null;
  /** May steer and hold votes here; others only see the ways to the screens. */
  hosts: boolean;
}

const SHOWS: [WallOrder['show'], typeof Group][] = [
  ['auto', Sparkles],
  ['newest', StickyNote],
  ['groups', Group],
  ['overview', ScanEye],
  ['qr', QrCode],
  ['blank', Square],
];

export function WallPart({ hall, station, board, hosts }: Props) {
  return (
    <>
      {hosts && <Steering hall={hall} station={station} board={board} />}
      {hosts && <VoteControl station={station} board={board} />}
      <Screens hall={hall} station={station} />
    </>
  );
}

function Steering({ hall, station, board }: Omit<Props, 'hosts'>) {
  const { host, round: roundWords } = useText();
  const words = host.wall;
  const { fault, act } = useDeed();
  const { id: stationId, wall } = station;
  const show = async (wanted: WallOrder['show']) => {
    const done = await act('wall:order', { stationId, show: wanted }, words.failed);
    if (done) announce(words.now(words.show[done.wall.show]));
  };
  const filter = (round: number | null) => void act('wall:order', { stationId, round }, words.failed);
  return (
    <section className="card stack">
      <h3 className={styles.title}>{words.title}</h3>
      <div className={styles.shows}>
        {SHOWS.map(([value, Icon]) => (
          <button
            key={value}
            type="button"
            className={`button ${styles.show}`}
            aria-pressed={wall.show === value}
            onClick={() => void show(value)}
          >
            <Icon size={24} aria-hidden="true" />
            {words.show[value]}
          </button>
        ))}
      </div>
      <Choice
        legend={words.rounds}
        value={String(wall.round)}
        onChoose={(chosen) => filter(chosen === 'null' ? null : Number(chosen))}
        options={[
          { value: 'null', label: words.allRounds },
          // Only rounds that have been: of others nothing hangs.
          ...hall.rounds
            .filter(({ n }) => n <= hall.round || n === wall.round)
            .map(({ n, name }) => ({ value: String(n), label: roundWords.full(n, name) })),
        ]}
      />
      <FaultLine text={fault} />
      <LitOnWall station={station} />
      {station.kind !== 'timeline' && <AdoptWall station={stationId} />}
      <Spotlight station={station} board={board} />
    </section>
  );
}

function Screens({ hall, station }: { hall: HallState; station: StationState }) {
  const { desk, hall: hallWords, host } = useText();
  return (
    <section className="card stack">
      <h3 className={styles.title}>{host.wall.screens}</h3>
      <div className={styles.screens}>
        <a
          className="button"
          href={paths.wall(hall.id, station.id)}
          target="_blank"
          rel="noopener noreferrer"
        >
          <Presentation size={18} aria-hidden="true" />
          {desk.wall}
        </a>
        <Link className="button" to={paths.board(hall.id, station.id)}>
          <LayoutGrid size={18} aria-hidden="true" />
          {desk.board}
        </Link>
        <Link className="button" to={paths.pad(hall.id, station.id)}>
          <SquarePen size={18} aria-hidden="true" />
          {hallWords.write}
        </Link>
      </div>
    </section>
  );
}
