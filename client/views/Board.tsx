/** The live board of a station: notes to drag, group and write, with the few controls around it. */

import ChevronLeft from 'lucide-react/icons/chevron-left';
import LayoutGrid from 'lucide-react/icons/layout-grid';
import List from 'lucide-react/icons/list';
import NotebookPen from 'lucide-react/icons/notebook-pen';
import Users from 'lucide-react/icons/users';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Role } from '../../shared/domain/hall.ts';
import type { HallId, NoteId, ParticipantId, StationId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import { may } from '../../shared/domain/permission.ts';
import { BoardState } from '../board/BoardState.tsx';
import { BoardTools } from '../board/BoardTools.tsx';
import { ChosenMenu } from '../board/ChosenMenu.tsx';
import { EmptyBoard } from '../board/EmptyBoard.tsx';
import { FindBar } from '../board/FindBar.tsx';
import { glowFresh } from '../board/freshGlow.ts';
import { hallPen } from '../board/hallPen.ts';
import { KeyHelp } from '../board/KeyHelp.tsx';
import { OverBoard } from '../board/OverBoard.tsx';
import { type OpenBoard, openBoard, surfaceWords } from '../board/openBoard.ts';
import { PaperEditor } from '../board/PaperEditor.tsx';
import { PasteAsk } from '../board/PasteAsk.tsx';
import { PickBanner } from '../board/PickBanner.tsx';
import { showPresence } from '../board/presence.ts';
import { RuleStrip } from '../board/RuleStrip.tsx';
import { TitleEditor } from '../board/TitleEditor.tsx';
import { Outline } from '../outline/Outline.tsx';
import { Link } from '../parts/Link.tsx';
import { RoundBadge } from '../parts/RoundBadge.tsx';
import { roundName } from '../parts/roundPaint.ts';
import { ViewTitle } from '../parts/ViewTitle.tsx';
import { navigate } from '../router.ts';
import { chooseBoard, useBoardChoices } from '../state/boardChoices.ts';
import { boardCopies } from '../state/boardCopies.ts';
import { deviceStorage, readJson } from '../state/deviceStorage.ts';
import { isPaused, useHallStore, usePresentHall } from '../state/hallStore.ts';
import { lastVisit } from '../state/lastVisit.ts';
import { useOutboxStore } from '../state/outboxStore.ts';
import { BoardConnection, boardBase, canWrite, isShown } from '../sync/boardConnection.ts';
import { getText, useText } from '../text/index.ts';
import styles from './Board.module.css';

/** Who one is at this hall's boards. */
interface Me {
  participant: ParticipantId;
  role: Role;
  stations: StationId[];
}

interface Props {
  hall: HallId;
  station: StationId;
  /** As headings and lists instead of a wall. */
  outline: boolean;
}

export default function Board({ hall, station, outline }: Props) {
  const me = useMe(hall);
  useChosenLook(hall, station, outline);
  if (!me) return null;
  return <Standing key={`${station} ${me.participant}`} me={me} station={station} outline={outline} />;
}

function Standing({ me, station: stationId, outline }: Omit<Props, 'hall'> & { me: Me }) {
  const words = useText();
  const hall = usePresentHall();
  const station = hall.stations.find(({ id }) => id === stationId);
  const moderates = may(me, 'note:moderate', stationId);
  const isMine = useIsMine(moderates);
  const host = useRef<HTMLDivElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const paused = station !== undefined && isPaused(station, me);
  const [helping, setHelping] = useState(false);
  const help = useCallback(() => setHelping(true), []);
  const board = useBoard(host, menu, me, stationId, isMine, paused, help);
  if (!station) return <p className={styles.unknown}>{words.station.unknown}</p>;
  return (
    <div className={styles.view} data-look={outline ? 'outline' : 'board'}>
      <header className={styles.head}>
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
        {board && <Saved board={board} />}
        <Link
          to={outline ? paths.board(hall.id, stationId) : paths.outline(hall.id, stationId)}
          className={styles.look}
          aria-label={outline ? words.board.asBoardHint : words.board.asListHint}
        >
          {outline ? <LayoutGrid size={20} aria-hidden="true" /> : <List size={20} aria-hidden="true" />}
          {outline ? words.board.asBoard : words.board.asList}
        </Link>
        {me.role !== 'wall' && (
          <Link to={paths.pad(hall.id, stationId)} className={styles.icon} aria-label={words.board.toPad}>
            <NotebookPen size={21} aria-hidden="true" />
          </Link>
        )}
      </header>
      {me.role !== 'wall' && <RuleStrip hall={hall.id} station={station} moderates={moderates} />}
      <main id="main" className={styles.main}>
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
        {board && !outline && (
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
  const mayWrite = isWritable(board.connection) && !paused;
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
        <div data-menu={narrowMenu ? '' : undefined} className={styles.tools}>
          <BoardTools board={board} mayWrite={mayWrite} />
        </div>
      )}
      {mayWrite && (
        <ChosenMenu ref={menu} board={board} levels={levels} isMine={mine} moderates={moderates} />
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
      {editing?.kind === 'title' && <TitleEditor key={editing.id} board={board} cluster={editing.id} />}
    </>
  );
}

function Saved({ board }: { board: OpenBoard }) {
  const state = useStore(board.connection.state);
  return <BoardState state={state} onTry={() => board.connection.tryNow()} />;
}

/** Opens the board on the element, and closes it with the view. */
function useBoard(
  host: React.RefObject<HTMLDivElement | null>,
  menu: React.RefObject<HTMLDivElement | null>,
  me: Me,
  station: StationId,
  isMine: (note: NoteId) => boolean,
  paused: boolean,
  help: () => void,
): OpenBoard | null {
  const [board, setBoard] = useState<OpenBoard | null>(null);
  const mine = useRef(isMine);
  mine.current = isMine;
  const isFrozen = useRef(paused);
  isFrozen.current = paused;
  const { participant, role } = me;
  const hallId = usePresentHall().id;
  useEffect(() => {
    if (!host.current) return;
    const connection = new BoardConnection({
      base: boardBase(),
      station,
      role,
      writer: role === 'wall' ? null : { participant, storage: deviceStorage },
      copy: { hall: hallId, copies: boardCopies },
    });
    const hall = () => useHallStore.getState().hall!;
    const pen = hallPen(station);
    const since = lastVisit(deviceStorage, station);
    const wrote = (note: NoteId) => useOutboxStore.getState().mine?.some(({ id }) => id === note) ?? false;
    const opened = openBoard(host.current, connection, {
      station,
      words: () => getText().board,
      round: () => hall().round,
      roundName: (n) => getText().round.full(n, roundName(hall().rounds, n)),
      mayWrite: () => isWritable(connection) && !isFrozen.current,
      isMine: (note) => mine.current(note),
      wrote,
      rules: () => {
        const rules = hall().stations.find(({ id }) => id === station)?.rules;
        const stations = useHallStore.getState().you?.stations ?? [];
        const bound = rules && !may({ role, stations }, 'note:moderate', station);
        return bound ? rules : { moveOwn: false, groupingClosed: false };
      },
      pen: () => (hall().stations.find(({ id }) => id === station)?.anonymous ? pen : null),
      // The menu may be on its way: it is there in the next frame.
      help,
      toMenu: () => requestAnimationFrame(() => menu.current?.querySelector('button')?.focus()),
    });
    const { element } = opened.surface;
    element.tabIndex = 0;
    element.setAttribute('role', 'application');
    opened.surface.viewport.insets = { top: 12, right: 12, bottom: 84, left: 12 };
    const label = () => {
      const title = hall().stations.find(({ id }) => id === station)?.title ?? '';
      element.setAttribute('aria-label', getText().board.area(title));
      element.setAttribute('aria-description', getText().board.areaHelp);
    };
    label();
    const unlabel = useHallStore.subscribe(label);
    setBoard(opened);
    const here = () => hall().stations.find(({ id }) => id === station);
    const stopGlow = glowFresh({
      ...opened,
      since,
      wrote: (note) => wrote(note) || opened.actions.written.has(note),
      ready: () => connection.state.getState().synced && useOutboxStore.getState().mine !== null,
      say: (count) => opened.actions.warn(getText().count.fresh(count)),
    });
    const stopPresence = showPresence({
      ...opened,
      people: () => here()?.people ?? 0,
      anonymous: () => here()?.anonymous === true,
    });
    return () => {
      unlabel();
      stopPresence();
      stopGlow();
      opened.close();
      setBoard(null);
    };
  }, [host, menu, participant, role, hallId, station, help]);
  return board;
}

function isWritable({ state }: BoardConnection): boolean {
  return canWrite(state.getState());
}

/** Whether a note is one's own, by the server's word, or one's to moderate. */
function useIsMine(moderates: boolean): (note: NoteId) => boolean {
  const mine = useOutboxStore((store) => store.mine);
  return useCallback(
    (note: NoteId) => moderates || (mine?.some(({ id }) => id === note) ?? false),
    [moderates, mine],
  );
}

/** Who one is, by the hall channel; until that has answered, as this browser last heard, so that a board opens at once. */
function useMe(hall: HallId): Me | null {
  const you = useHallStore((store) => store.you);
  const key = `vh.me.${hall}`;
  const [known] = useState(() => readJson<Me>(deviceStorage, key));
  const [me, setMe] = useState<Me | null>(known);
  useEffect(() => {
    if (!you) return;
    const { participantId: participant, role, stations } = you;
    setMe({ participant, role, stations });
    deviceStorage.set(key, JSON.stringify({ participant, role, stations }));
  }, [you, key]);
  return me;
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
