/** The wall of a station: what hangs there, shown to the room. Unattended and read-only, steered from the host's desk. */

import { useCallback, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { StationId } from '../../shared/domain/ids.ts';
import { slotIn } from '../../shared/domain/year.ts';
import type { MeasureView } from '../../shared/plan/planDoc.ts';
import type { HallState, StationState } from '../../shared/protocol/hallEvents.ts';
import { roundName } from '../parts/roundPaint.ts';
import { ViewTitle } from '../parts/ViewTitle.tsx';
import { useHallStore, usePresentHall } from '../state/hallStore.ts';
import { usePlan } from '../state/planStore.ts';
import { useText } from '../text/index.ts';
import { yearOf } from '../timeline/slotWords.ts';
import { TimelineWall } from '../timeline/TimelineWall.tsx';
import { LitPoint, litOf } from '../wall/LitPoint.tsx';
import { Notes } from '../wall/Notes.tsx';
import { Overview } from '../wall/Overview.tsx';
import { Results } from '../wall/Results.tsx';
import { BreakScreen, EndScreen, QrScreen, StartScreen } from '../wall/Screens.tsx';
import { liftedOf, Spotlight } from '../wall/Spotlight.tsx';
import { Tiles } from '../wall/Tiles.tsx';
import { type OpenWall, useWallBoard } from '../wall/useWallBoard.ts';
import { ofRound, type WallContents } from '../wall/WallBoard.ts';
import { WallRoom } from '../wall/WallRoom.tsx';
import { WallSide } from '../wall/WallSide.tsx';
import { modeFor, screenFor, type WallMode } from '../wall/wallModes.ts';
import styles from './Wall.module.css';

export default function Wall({ station: stationId }: { station: StationId }) {
  const words = useText();
  const hall = usePresentHall();
  const role = useHallStore((store) => store.you?.role);
  const station = hall.stations.find(({ id }) => id === stationId);
  const open = useWallBoard(stationId, role);
  return (
    <WallRoom connection={open?.connection ?? null}>
      {!station ? (
        <p className={styles.unknown}>{words.station.unknown}</p>
      ) : open ? (
        station.kind === 'timeline' ? (
          <Timeline key={stationId} hall={hall} station={station} open={open} />
        ) : (
          <Hanging key={stationId} hall={hall} station={station} open={open} measures={NONE} />
        )
      ) : null}
    </WallRoom>
  );
}

interface Props {
  hall: HallState;
  station: StationState;
  open: OpenWall;
}

const NONE: readonly MeasureView[] = [];

/** What the plan has put on a timeline hangs there as well. */
function Timeline(props: Props) {
  const { measures } = usePlan(props.hall.id);
  const { lanes } = props.station;
  const placed = useMemo(() => measures.filter(({ slot }) => slotIn(slot, lanes ?? [])), [measures, lanes]);
  return <Hanging {...props} measures={placed} />;
}

interface HangingProps extends Props {
  /** Those that are shown among the notes. */
  measures: readonly MeasureView[];
}

function Hanging({ hall, station, open, measures }: HangingProps) {
  const { connection, board } = open;
  const all = useStore(board.contents);
  const synced = useStore(connection.state, (state) => state.synced);
  const { round } = station.wall;
  const contents = useMemo(() => ofRound(all, round), [all, round]);
  const [pages, setPages] = useState({ page: 0, pages: 1 });
  const turned = useCallback((page: number, pages: number) => setPages({ page, pages }), []);
  const bare = measures.length === 0;
  const screen = screenFor(hall, station, station.wall, synced && all.notes === 0 && bare);
  const lifted = liftedOf(all, station.wall.spotlight);
  const lit = useMemo(() => litOf(all, station.wall.lit), [all, station.wall.lit]);
  const { show } = screen;
  if (show === 'blank') return <main id="main" className={styles.blank} data-screen="blank" />;
  if (show === 'qr') return <QrScreen hall={hall} title={station.title} />;
  if (show === 'break') return <BreakScreen hall={hall} timer={hall.timer!} />;
  if (show === 'ended') {
    const here = { title: station.title, notes: all.notes, groups: all.groups.length };
    return <EndScreen hall={hall} here={here} />;
  }
  const shown = { hall, station, open, measures, contents, turned };
  return (
    <>
      <div className={styles.main}>
        <Head hall={hall} station={station} bare={show === 'start'} {...pages} />
        <main id="main" className={styles.hanging} data-screen={show}>
          {screen.show === 'start' ? (
            <StartScreen hall={hall} station={station} />
          ) : screen.show === 'results' ? (
            <Results poll={station.poll!} results={station.results!} things={all} />
          ) : contents.notes === 0 && synced && bare ? (
            <NoneOfRound />
          ) : (
            <ByMode {...shown} asked={screen.show === 'board' ? screen.mode : 'auto'} />
          )}
          {screen.show === 'board' && lifted && (
            <Spotlight lifted={lifted} rounds={hall.rounds} board={board} onPage={turned} />
          )}
          {screen.show === 'board' && !lifted && lit.length > 0 && (
            <LitPoint hall={hall} station={station} lit={lit} contents={all} board={board} onPage={turned} />
          )}
        </main>
      </div>
      <WallSide hall={hall} counts={station} bare={show === 'start'} />
    </>
  );
}

interface ModeProps extends HangingProps {
  contents: WallContents;
  asked: 'auto' | WallMode;
  turned: (page: number, pages: number) => void;
}

/** The notes in the mode that was asked for, or that suits how many they are. */
function ByMode({ hall, station, open, measures, contents, asked, turned }: ModeProps) {
  const { kind } = station;
  const [auto, setAuto] = useState<WallMode | null>(null);
  const { notes, grouped, groups } = contents;
  // Hysteresis: the mode goes by the one before.
  const now = modeFor({ kind, notes, grouped, groups: groups.length }, auto);
  if (now !== auto) setAuto(now);
  const mode = asked === 'auto' ? now : asked;
  const common = { things: contents, rounds: hall.rounds, onPage: turned };
  const timeline = kind === 'timeline' && station.lanes !== undefined;
  return (
    <div className={styles.mode} data-mode={mode}>
      {timeline && (asked === 'auto' || asked === 'overview') ? (
        <TimelineWall {...common} year={yearOf(station)} measures={measures} board={open.board} />
      ) : mode === 'groups' ? (
        <Tiles {...common} board={open.board} />
      ) : mode === 'overview' ? (
        <Overview {...common} open={open} />
      ) : (
        <Notes {...common} board={open.board} />
      )}
    </div>
  );
}

interface HeadProps {
  hall: HallState;
  station: StationState;
  /** What is asked stands large elsewhere. */
  bare: boolean;
  page: number;
  pages: number;
}

/** Station and question, and what is special just now. The newest page is the first. */
function Head({ hall, station, bare, page, pages }: HeadProps) {
  const { walls, round: words } = useText();
  const { rules, wall, poll, waiting } = station;
  const only = wall.round;
  const now = [
    rules.hiding && walls.hiding(waiting),
    rules.frozen && walls.frozen,
    poll?.open && walls.voting,
    only !== null && walls.onlyRound(words.full(only, roundName(hall.rounds, only))),
  ].filter((word) => word !== false && word !== undefined);
  return (
    <header className={styles.head}>
      <ViewTitle name={station.title} className={styles.title} />
      {!bare && now.length === 0 && <p className={styles.question}>{station.question}</p>}
      {now.length > 0 && (
        <p className={styles.now}>
          {now.map((word) => (
            <span key={word}>{word}</span>
          ))}
        </p>
      )}
      {!bare && pages > 1 && (
        <p className={styles.page}>
          <span aria-hidden="true">{walls.page(pages - page, pages)}</span>
          <span className="sr-only">{walls.pageLabel(pages - page, pages)}</span>
        </p>
      )}
    </header>
  );
}

function NoneOfRound() {
  const { walls } = useText();
  return <p className={styles.none}>{walls.noneOfRound}</p>;
}
