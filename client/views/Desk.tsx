/**
 * The host's desk. On a phone one part at a time, under the thumb; on wider screens all parts side by side. What runs
 * in the hall (round, time) and who wants help is seen from every part.
 */

import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { NoteId, StationId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import { may } from '../../shared/domain/permission.ts';
import type { HallState, RaisedHand, StationState } from '../../shared/protocol/hallEvents.ts';
import { type Badge, DeskBar, type DeskPart, PARTS, usePartNames } from '../desk/DeskBar.tsx';
import { type DeskBoard, useDeskBoard } from '../desk/deskBoard.ts';
import { NotesPart } from '../desk/NotesPart.tsx';
import { PeoplePart } from '../desk/PeoplePart.tsx';
import { handsOf } from '../desk/peopleOrder.ts';
import { Script } from '../desk/Script.tsx';
import { StationRules } from '../desk/StationRules.tsx';
import { TimelinePart } from '../desk/TimelinePart.tsx';
import { TimerControl } from '../desk/TimerControl.tsx';
import { ToastLine } from '../desk/ToastLine.tsx';
import { WallPart } from '../desk/WallPart.tsx';
import { Link } from '../parts/Link.tsx';
import { later } from '../parts/later.tsx';
import { RoundBadge } from '../parts/RoundBadge.tsx';
import { StationFacts } from '../parts/StationFacts.tsx';
import { TimerFace } from '../parts/TimerFace.tsx';
import { ViewTitle } from '../parts/ViewTitle.tsx';
import LastYear from '../past/LastYear.tsx';
import { PulledLine } from '../plan/PulledLine.tsx';
import { announce } from '../state/announcer.ts';
import { followDesk, useDeskStore } from '../state/deskStore.ts';
import { useHallStore, usePresentHall } from '../state/hallStore.ts';
import { getText, useText } from '../text/index.ts';
import styles from './Desk.module.css';
import { Page } from './Page.tsx';
import { RoundControl } from './RoundControl.tsx';
import { useScreenAwake } from './screenAwake.ts';

const DeskHelp = later(
  () => import('../help/DeskHelp.tsx'),
  () => null,
);

const WIDE = '(min-width: 48rem)';
const NO_HANDS: readonly RaisedHand[] = [];

export default function Desk({ station: stationId }: { station: StationId }) {
  const { station: words } = useText();
  const hall = usePresentHall();
  const station = hall.stations.find(({ id }) => id === stationId);
  if (!station) {
    return (
      <Page hall={hall.id} back>
        <ViewTitle name={words.unknown} />
      </Page>
    );
  }
  return <DeskOf key={stationId} hall={hall} station={station} />;
}

function DeskOf({ hall, station }: { hall: HallState; station: StationState }) {
  const { desk, host, plan, past } = useText();
  const you = useHallStore((store) => store.you);
  const stationId = station.id;
  const hosts = you !== null && may(you, 'station:host', stationId);
  const wide = useWide();
  const names = usePartNames();
  const { part, choose } = useParts();
  const board = useDeskBoard(stationId, you?.role);
  const fresh = useUnseen(board, wide || part === 'notes');
  const { help } = handsOf(useDeskStore((store) => store.desk?.hands ?? NO_HANDS));
  const lost = useDeskStore((store) => store.fault !== null);
  useEffect(() => (hosts ? followDesk(stationId) : undefined), [hosts, stationId]);
  useHelpTold(help);
  useScreenAwake();

  const badges: Partial<Record<DeskPart, Badge>> = {
    notes: { count: fresh, label: host.newNotes(fresh) },
    people: { count: help.length, label: host.people.help(help.length), urgent: true },
  };
  // Folded on a phone, where it comes first; open where there is room, and then long.
  const script = <Script paragraphs={station.explanation} />;
  const parts: Record<DeskPart, React.ReactNode> = {
    now: (
      <>
        {!wide && script}
        <TimerControl hall={hall} />
        <div className="card">
          <RoundControl hall={hall} />
        </div>
        {wide && script}
        {hosts && <StationRules station={station} />}
      </>
    ),
    notes: hosts ? <NotesPart hall={hall} station={station} board={board} /> : null,
    help: hosts ? <HelpPart wanted={!wide && part === 'help'} station={stationId} board={board} /> : null,
    people: hosts ? <PeoplePart hall={hall} station={station} /> : null,
    wall: <WallPart hall={hall} station={station} board={board} hosts={hosts} />,
    timeline: hosts ? <TimelinePart station={station} board={board} /> : null,
  };
  // A timeline has areas instead of groups.
  const timeline = station.kind === 'timeline';
  const there = PARTS.filter((name) =>
    name === 'help' ? hosts && !timeline : name !== 'timeline' || timeline,
  );
  return (
    <Page hall={hall.id} back width="wide" className={styles.page}>
      <div className={styles.head}>
        <p className={styles.kind}>{desk.kind}</p>
        <ViewTitle name={desk.title(station.title)} className={styles.title}>
          {station.title}
        </ViewTitle>
        {(wide || part === 'now') && <p className={styles.question}>{station.question}</p>}
        <StationFacts people={station.people} notes={station.notes} status={station.status} />
        {(wide || part === 'now') && (
          <p className={styles.ways}>
            <Link className={styles.summary} to={paths.summary(hall.id, stationId)}>
              {plan.summary.open}
            </Link>
            <Link className={styles.summary} to={paths.plan(hall.id)}>
              {plan.actions.open}
            </Link>
            {hosts && (
              <Link className={styles.summary} to={paths.replay(hall.id, stationId)}>
                {past.replay.link}
              </Link>
            )}
          </p>
        )}
        {(wide || part === 'now') && (
          <div>
            <LastYear hall={hall} station={station} />
          </div>
        )}
        {you && !hosts && <p className="hint">{desk.notYours}</p>}
        {hosts && lost && <p className={styles.lost}>{host.notSeen}</p>}
      </div>
      <div className={styles.strip}>
        <RoundBadge rounds={hall.rounds} n={hall.round} bare={!wide && hall.timer !== null} />
        <TimerFace timer={hall.timer} size="small" />
        {help.length > 0 && (wide || part !== 'people') && (
          <button type="button" className={styles.help} onClick={() => choose('people')}>
            {host.people.help(help.length)}
          </button>
        )}
      </div>
      {!wide && <DeskBar parts={there} part={part} badges={badges} onChoose={choose} />}
      <div className={styles.parts}>
        {there.map((name) => (
          <section
            key={name}
            id={`desk-${name}`}
            className={styles.part}
            hidden={!wide && name !== part}
            aria-labelledby={`desk-${name}-title`}
          >
            <h2 id={`desk-${name}-title`} className={wide ? styles.partTitle : 'sr-only'}>
              {names[name]}
            </h2>
            {parts[name]}
          </section>
        ))}
      </div>
      <ToastLine />
      <PulledLine />
    </Page>
  );
}

/** Notes are compared only for who wants it: behind its tab on a phone, behind a press where all parts are seen. */
function HelpPart({ wanted, ...props }: { wanted: boolean; station: StationId; board: DeskBoard | null }) {
  const { help } = useText();
  const [opened, setOpened] = useState(false);
  if (wanted || opened) return <DeskHelp {...props} />;
  return (
    <button type="button" className="button" onClick={() => setOpened(true)}>
      {help.title}
    </button>
  );
}

/** The part that is shown. Each is found again where one left it. */
function useParts() {
  const [part, setPart] = useState<DeskPart>('now');
  const left = useRef<Partial<Record<DeskPart, number>>>({});
  const choose = (next: DeskPart) => {
    left.current[part] = window.scrollY;
    setPart(next);
    if (isWide()) return document.getElementById(`desk-${next}`)?.scrollIntoView({ block: 'start' });
    // There only when it has been drawn.
    requestAnimationFrame(() => window.scrollTo(0, next === part ? 0 : (left.current[next] ?? 0)));
  };
  return { part, choose };
}

/** Notes that came since the host last looked at them. */
function useUnseen(board: DeskBoard | null, looking: boolean): number {
  const [seen, setSeen] = useState<ReadonlySet<NoteId> | null>(null);
  useEffect(() => {
    // What hung before the desk was opened is not news.
    if (board && (looking || !seen)) setSeen(new Set(board.notes.map(({ id }) => id)));
  }, [board, looking, seen]);
  if (!board || !seen || looking) return 0;
  return board.notes.reduce((count, { id }) => count + (seen.has(id) ? 0 : 1), 0);
}

/** Says who has begun to want help, wherever on the desk one is; on a phone it is felt, too. */
function useHelpTold(help: readonly RaisedHand[]): void {
  const told = useRef<ReadonlySet<string> | null>(null);
  const known = useDeskStore((store) => store.desk !== null);
  useEffect(() => {
    if (!known) return;
    const before = told.current;
    told.current = new Set(help.map(({ participantId }) => participantId));
    const first = before && help.find(({ participantId }) => !before.has(participantId));
    if (!first) return;
    const { people, noName } = getText().host;
    announce(people.wantsHelp(first.name || noName));
    navigator.vibrate?.(80);
  }, [help, known]);
}

const isWide = () => matchMedia(WIDE).matches;

function useWide(): boolean {
  return useSyncExternalStore(listenToWidth, isWide);
}

function listenToWidth(listener: () => void): () => void {
  const query = matchMedia(WIDE);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
