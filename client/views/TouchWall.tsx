/** The board of a station for many hands, on a large touch screen: notes are dragged and grouped, nothing is typed. */

import Expand from 'lucide-react/icons/expand';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { HallId, StationId } from '../../shared/domain/ids.ts';
import { BoardBanner } from '../board/controls/BoardBanner.tsx';
import { EmptyBoard } from '../board/controls/EmptyBoard.tsx';
import { Notice } from '../board/controls/Notice.tsx';
import { barsMove } from '../board/model/stationRules.ts';
import { type Me, useIsMine, useMe } from '../board/model/useMe.ts';
import { type OpenBoard, surfaceWords } from '../board/openBoard.ts';
import { useBoard } from '../board/useBoard.ts';
import { RoundBadge } from '../parts/RoundBadge.tsx';
import { TimerFace } from '../parts/TimerFace.tsx';
import { ViewTitle } from '../parts/ViewTitle.tsx';
import { isPaused, useHallStore, usePresentHall } from '../state/hallStore.ts';
import { canWrite } from '../sync/boardConnection.ts';
import { getText, useText } from '../text/index.ts';
import { Timeline } from '../timeline/Timeline.tsx';
import { ManyHands } from '../wall/ManyHands.ts';
import { followVersion } from '../wall/newVersion.ts';
import { useScreenAwake } from './screenAwake.ts';
import styles from './TouchWall.module.css';

/** Left alone for so long, it shows all again. */
const ALONE_MS = 60_000;

export default function TouchWall({ hall, station }: { hall: HallId; station: StationId }) {
  const me = useMe(hall);
  useScreenAwake();
  useEffect(() => followVersion(), []);
  // A station that comes back from the tray is opened anew.
  const there = useHallStore((store) => store.hall?.stations.some(({ id }) => id === station));
  // What the browser knew of itself before the hall channel answered may be of another role.
  if (me?.role !== 'participant') return null;
  return <Standing key={`${station} ${me.participant} ${there}`} me={me} stationId={station} />;
}

function Standing({ me, stationId }: { me: Me; stationId: StationId }) {
  const words = useText();
  const hall = usePresentHall();
  const station = hall.stations.find(({ id }) => id === stationId);
  const paused = station !== undefined && (isPaused(station, me) || hall.endedAt !== null);
  const isMine = useIsMine(false);
  const host = useRef<HTMLDivElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const board = useBoard(host, menu, me, stationId, isMine, paused, nothing);
  useHands(host, board, stationId, paused, isMine);
  const timeline = station?.kind === 'timeline';
  if (!station) return <p className={styles.unknown}>{words.station.unknown}</p>;
  return (
    <div className={styles.view}>
      <header className={styles.head}>
        <ViewTitle name={words.walls.touch.title(station.title)} className={styles.title}>
          {station.title}
        </ViewTitle>
        <p className={styles.hint}>
          {paused ? words.walls.touch.paused : timeline ? words.years.tray.hint : words.walls.touch.hint}
        </p>
        {hall.timer && <TimerFace timer={hall.timer} size="small" quiet />}
        <RoundBadge rounds={hall.rounds} n={hall.round} />
        {!timeline && (
          <button
            type="button"
            className={`button ${styles.all}`}
            onClick={() => board?.surface.viewport.travel(board.surface.viewport.fitted(), 500)}
          >
            <Expand size={26} aria-hidden="true" />
            {words.walls.touch.all}
          </button>
        )}
      </header>
      <main id="main" className={styles.main}>
        <div ref={host} className={styles.host} data-under={timeline || undefined} />
        {board && timeline && (
          <Timeline
            board={board}
            hall={hall}
            station={station}
            paused={paused}
            isMine={isMine}
            moderates={false}
            hands
          />
        )}
        {board && !timeline && <Around board={board} hall={hall.id} />}
      </main>
    </div>
  );
}

function Around({ board, hall }: { board: OpenBoard; hall: HallId }) {
  const state = useStore(board.connection.state);
  return (
    <>
      <EmptyBoard board={board} synced={state.synced} mayWrite={false} />
      <BoardBanner state={state} hall={hall} />
      <Notice board={board} />
    </>
  );
}

/** Gives the board many hands in place of its one, and shows all of it again when they have left. */
function useHands(
  host: React.RefObject<HTMLDivElement | null>,
  board: OpenBoard | null,
  station: StationId,
  paused: boolean,
  isMine: ReturnType<typeof useIsMine>,
): void {
  const now = useRef({ paused, isMine });
  now.current = { paused, isMine };
  useEffect(() => {
    if (!board || !host.current) return;
    const { surface, connection } = board;
    surface.viewport.insets = { top: 12, right: 12, bottom: 12, left: 12 };
    surface.say(surfaceWords(getText().board, true));
    const rules = () =>
      useHallStore.getState().hall?.stations.find(({ id }) => id === station)?.rules ?? {
        moveOwn: false,
        groupingClosed: false,
      };
    const hands = new ManyHands(host.current, board, {
      words: () => {
        const { hint, notices, rules } = getText().board;
        return { ...hint, ...notices, ...rules };
      },
      mayMove: (note) => !barsMove(rules(), note, now.current.isMine),
      mayGroup: () => !rules().groupingClosed,
      mayWrite: () => canWrite(connection.state.getState()) && !now.current.paused,
      goneFromHand: () => getText().board.notices.goneFromHand,
    });
    let alone: ReturnType<typeof setTimeout>;
    const wait = () => {
      clearTimeout(alone);
      alone = setTimeout(() => {
        if (!hands.busy) surface.viewport.travel(surface.viewport.fitted(), 800);
        wait();
      }, ALONE_MS);
    };
    hands.onTouch = wait;
    wait();
    return () => {
      clearTimeout(alone);
      hands.stop();
    };
  }, [host, board, station]);
}

const nothing = () => {};
