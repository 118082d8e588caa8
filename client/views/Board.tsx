/** The live board of a station: notes to drag, group and write, with the few controls around it. */

import ChevronLeft from 'lucide-react/icons/chevron-left';
import ClipboardList from 'lucide-react/icons/clipboard-list';
import LayoutGrid from 'lucide-react/icons/layout-grid';
import List from 'lucide-react/icons/list';
import NotebookPen from 'lucide-react/icons/notebook-pen';
import Users from 'lucide-react/icons/users';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { HallId, NoteId, StationId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import { may } from '../../shared/domain/permission.ts';
import { BoardState } from '../board/controls/BoardState.tsx';
import { BoardTools } from '../board/controls/BoardTools.tsx';
import { ChosenMenu } from '../board/controls/ChosenMenu.tsx';
import { EmptyBoard } from '../board/controls/EmptyBoard.tsx';
import { FindBar } from '../board/controls/FindBar.tsx';
import { KeyHelp } from '../board/controls/KeyHelp.tsx';
import { LitBar } from '../board/controls/LitBar.tsx';
import { OverBoard } from '../board/controls/OverBoard.tsx';
import { PaperEditor } from '../board/controls/PaperEditor.tsx';
import { PasteAsk } from '../board/controls/PasteAsk.tsx';
import { PickBanner } from '../board/controls/PickBanner.tsx';
import { RuleStrip } from '../board/controls/RuleStrip.tsx';
import { TitleEditor } from '../board/controls/TitleEditor.tsx';
import { type Me, useIsMine, useMe } from '../board/model/useMe.ts';
import { type OpenBoard, surfaceWords } from '../board/openBoard.ts';
import { useBoard } from '../board/useBoard.ts';
import { BoardHelp } from '../help/BoardHelp.tsx';
import { Outline } from '../outline/Outline.tsx';
import { BoardPart } from '../part/BoardPart.tsx';
import { HandsMenu } from '../part/HandsMenu.tsx';
import { Link } from '../parts/Link.tsx';
import { RoundBadge } from '../parts/RoundBadge.tsx';
import { ViewTitle } from '../parts/ViewTitle.tsx';
import { PulledLine } from '../plan/PulledLine.tsx';
import { navigate } from '../router.ts';
import { chooseBoard, useBoardChoices } from '../state/boardChoices.ts';
import { closedTo, isPaused, useHallStore, usePresentHall } from '../state/hallStore.ts';
import { useOutboxStore } from '../state/outboxStore.ts';
import { canWrite, isShown } from '../sync/boardConnection.ts';
import { useText } from '../text/index.ts';
import { Timeline } from '../timeline/Timeline.tsx';
import styles from './Board.module.css';

interface Props {
  hall: HallId;
  station: StationId;
  /** As headings and lists instead of a wall. */
  outline: boolean;
}

export default function Board({ hall, station, outline }: Props) {
  const me = useMe(hall);
  useChosenLook(hall, station, outline);
  // Unknown to the hall that this browser remembers, or back from the tray: then the board is to be opened anew.
  const there = useHallStore((store) => store.hall?.stations.some(({ id }) => id === station));
  if (!me) return null;
  return (
    <Standing key={`${station} ${me.participant} ${there}`} me={me} station={station} outline={outline} />
  );
}

function Standing({ me, station: stationId, outline }: Omit<Props, 'hall'> & { me: Me }) {
  const words = useText();
  const hall = usePresentHall();
  const station = hall.stations.find(({ id }) => id === stationId);
  const moderates = may(me, 'note:moderate', stationId);
  const isMine = useIsMine(moderates);
  const host = useRef<HTMLDivElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const closed = useHallStore(({ you }) => closedTo(hall, you));
  const paused = station !== undefined && (closed !== null || isPaused(station, me));
  const [helping, setHelping] = useState(false);
  const help = useCallback(() => setHelping(true), []);
  const board = useBoard(host, menu, me, stationId, isMine, paused, help);
  if (!station) return <p className={styles.unknown}>{words.station.unknown}</p>;
  const timeline = station.kind === 'timeline';
  return (
    <div className={styles.view} data-look={outline ? 'outline' : timeline ? 'timeline' : 'board'}>
      <header className={styles.top}>
        <div className={styles.head}>
          <Link to={paths.hall(hall.id)} className={styles.icon} aria-label={words.board.toHall}>
            <ChevronLeft size={24} aria-hidden="true" />
          </Link>
          <ViewTitle name={words.board.title(station.title)} className={styles.title}>
            {station.title}
          </ViewTitle>
          <span className={styles.round}>
            <RoundBadge rounds={hall.rounds} n={hall.round} />
          </span>
          <span className={styles.roundBare}>
            <RoundBadge rounds={hall.rounds} n={hall.round} bare />
          </span>
          <span className={styles.people}>
            <Users size={16} aria-hidden="true" />
            <span aria-hidden="true">{station.people}</span>
            <span className="sr-only">{words.board.people(station.people)}</span>
          </span>
          {board && <Saved board={board} station={stationId} />}
          {me.role !== 'wall' && !moderates && !closed && <HandsMenu station={stationId} />}
          {me.role !== 'wall' && (
            <Link
              to={paths.summary(hall.id, stationId)}
              className={`${styles.icon} ${styles.summary}`}
              aria-label={words.plan.summary.openHint}
              title={words.plan.summary.openHint}
            >
              <ClipboardList size={21} aria-hidden="true" />
            </Link>
          )}
          <Link
            to={outline ? paths.board(hall.id, stationId) : paths.outline(hall.id, stationId)}
            className={styles.look}
            aria-label={outline ? words.board.asBoardHint : words.board.asListHint}
          >
            {outline ? <LayoutGrid size={20} aria-hidden="true" /> : <List size={20} aria-hidden="true" />}
            {outline ? words.board.asBoard : words.board.asList}
          </Link>
          {me.role !== 'wall' && (
            <Link
              to={paths.pad(hall.id, stationId)}
              className={`${styles.icon} ${styles.pad}`}
              aria-label={words.board.toPad}
            >
              <NotebookPen size={21} aria-hidden="true" />
            </Link>
          )}
          {board && (outline || !timeline) && (
            <LitBar board={board} hall={hall.id} station={stationId} outline={outline} />
          )}
        </div>
        {me.role !== 'wall' && <RuleStrip hall={hall.id} station={station} moderates={moderates} />}
        <BoardPart station={station} me={me} board={board} closed={closed} moderates={moderates} />
      </header>
      <main id="main" tabIndex={outline ? -1 : undefined} className={styles.main}>
        <div ref={host} className={styles.host} />
        {board && outline && (
          <Outline
            board={board}
            hall={hall}
            station={station}
            paused={paused}
            isMine={isMine}
            moderates={moderates}
          />
        )}
        {board && !outline && timeline && (
          <Timeline
            board={board}
            hall={hall}
            station={station}
            paused={paused}
            isMine={isMine}
            moderates={moderates}
          />
        )}
        {board && !outline && !timeline && (
          <Around
            board={board}
            stationId={stationId}
            // The server can't tell whose note it is there, so only who moderates may change its level.
            levels={station.levels && (moderates || !station.anonymous)}
            paused={paused}
            isMine={isMine}
            moderates={moderates}
            menu={menu}
          />
        )}
      </main>
      <PulledLine />
      {helping && <KeyHelp hall={hall.id} station={stationId} onClose={() => setHelping(false)} />}
    </div>
  );
}

interface AroundProps {
  board: OpenBoard;
  stationId: StationId;
  levels: boolean;
  /** The host has paused writing for this person. */
  paused: boolean;
  isMine: (note: NoteId) => boolean;
  moderates: boolean;
  menu: React.RefObject<HTMLDivElement | null>;
}

/** What lies over the board. */
function Around({ board, stationId, levels, paused, isMine, moderates, menu }: AroundProps) {
  const hall = usePresentHall();
  const words = useText().board;
  const state = useStore(board.connection.state);
  const { editing, pick, chosen } = useStore(
    board.store,
    useShallow(({ editing, pick, chosen }) => ({ editing, pick, chosen })),
  );
  const mayWrite = canWrite(state) && !paused;
  const narrowMenu = chosen && !editing && !pick;
  useEffect(() => board.surface.say(surfaceWords(words, !mayWrite)), [board, words, mayWrite]);
  const mine = useCallback(
    (note: NoteId) => isMine(note) || board.actions.written.has(note),
    [isMine, board],
  );
  return (
    <>
      <EmptyBoard board={board} synced={isShown(state)} mayWrite={mayWrite} />
      {!pick && (
        <div
          data-menu={narrowMenu ? '' : undefined}
          data-writing={editing && editing.kind !== 'title' ? '' : undefined}
          className={styles.tools}
        >
          <BoardTools board={board} mayWrite={mayWrite} />
        </div>
      )}
      {mayWrite && (
        <ChosenMenu ref={menu} board={board} levels={levels} isMine={mine} moderates={moderates} />
      )}
      {moderates && mayWrite && (
        <BoardHelp
          board={board}
          station={stationId}
          away={pick !== null || editing !== null}
          menu={chosen !== null}
        />
      )}
      <PickBanner board={board} />
      <PasteAsk board={board} />
      <FindBar board={board} rounds={hall.rounds} round={hall.round} levels={levels} />
      <OverBoard board={board} hall={hall.id} mayWrite={mayWrite} />
      {editing && editing.kind !== 'title' && (
        <PaperEditor
          key={editing.kind === 'note' ? editing.id : 'new'}
          board={board}
          editing={editing}
          station={stationId}
          rounds={hall.rounds}
          round={hall.round}
        />
      )}
      {editing?.kind === 'title' && (
        <TitleEditor key={editing.id} board={board} cluster={editing.id} station={stationId} />
      )}
    </>
  );
}

/** How the board stands, with what waits beside it: at an anonymous station one's notes go by the outbox. */
function Saved({ board, station }: { board: OpenBoard; station: StationId }) {
  const state = useStore(board.connection.state);
  const waiting = useOutboxStore(
    ({ entries }) => entries.filter((entry) => entry.stationId === station && !entry.refused).length,
  );
  const all = { ...state, unsaved: state.unsaved + waiting };
  return <BoardState state={all} onTry={() => board.connection.tryNow()} />;
}

/** Opens boards as they were opened last on this device, and remembers a change of that. */
function useChosenLook(hall: HallId, station: StationId, outline: boolean): void {
  const shown = useRef(outline);
  useEffect(() => {
    if (shown.current !== outline) chooseBoard({ outline });
    else if (!outline && useBoardChoices.getState().outline) {
      navigate(paths.outline(hall, station), { replace: true });
    }
    shown.current = outline;
  }, [hall, station, outline]);
}
