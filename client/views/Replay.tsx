/** A station's day again, minute by minute: for the plenum, and for who would set the station back to a time. */

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { HallId, StationId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import { may } from '../../shared/domain/permission.ts';
import type { HallState, StationState } from '../../shared/protocol/hallEvents.ts';
import type { Replay as Day } from '../../shared/protocol/past.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { Link } from '../parts/Link.tsx';
import { roundName } from '../parts/roundPaint.ts';
import { ViewTitle } from '../parts/ViewTitle.tsx';
import { WarningBox } from '../parts/WarningBox.tsx';
import { ChosenNote } from '../past/ChosenNote.tsx';
import { type Moment, momentsOf } from '../past/moments.ts';
import { clockAt } from '../past/playTime.ts';
import styles from '../past/Replay.module.css';
import { ReplayBar } from '../past/ReplayBar.tsx';
import { ReplayList } from '../past/ReplayList.tsx';
import { ReplayPlayer } from '../past/ReplayPlayer.ts';
import { RestoreHere } from '../past/RestoreHere.tsx';
import { useRestoring } from '../past/useRestoring.ts';
import { useHallStore, usePresentHall } from '../state/hallStore.ts';
import { stationReplay } from '../sync/past.ts';
import { getText, useLocale, useText } from '../text/index.ts';
import { tagOf } from '../text/tagOf.ts';
import { Page } from './Page.tsx';

export default function Replay({ hall: hallId, station: stationId }: { hall: HallId; station: StationId }) {
  const { past, station: unknown, faults } = useText();
  const words = past.replay;
  const hall = usePresentHall();
  const you = useHallStore((store) => store.you);
  const station = hall.stations.find(({ id }) => id === stationId);
  const hosts = you !== null && may(you, 'station:host', stationId);
  const role = you?.role;
  const [day, setDay] = useState<Day | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks anew
  useEffect(() => {
    if (!hosts || !role) return;
    let left = false;
    setFault(null);
    void stationReplay(hallId, stationId, role).then((outcome) => {
      if (left) return;
      if (outcome.ok) setDay(outcome.data);
      else {
        const { faults } = getText();
        setFault(faults[outcome.error.code] ?? faults.unknown);
      }
    });
    return () => {
      left = true;
    };
  }, [hallId, stationId, role, hosts, tries]);

  return (
    <Page hall={hallId} back width="wide" className={styles.page}>
      <div className={styles.head}>
        <ViewTitle name={station ? words.title(station.title) : unknown.unknown} />
        <Link className="button" to={paths.board(hallId, stationId)}>
          {words.toBoard}
        </Link>
      </div>
      {you && !hosts && <p>{words.notYours}</p>}
      {hosts && !day && !fault && <p role="status">{words.loading}</p>}
      {fault && (
        <div>
          <FaultLine text={`${words.failed} ${fault ?? faults.unknown}`} />
          <button type="button" className="button" onClick={() => setTries(tries + 1)}>
            {words.again}
          </button>
        </div>
      )}
      {day && !day.whole && <WarningBox text={words.broken} />}
      {day && station && day.frames.length === 0 && <p>{words.empty}</p>}
      {day && station && day.frames.length > 0 && <Stage day={day} hall={hall} station={station} />}
    </Page>
  );
}

function Stage({ day, hall, station }: { day: Day; hall: HallState; station: StationState }) {
  const { past, round: roundWords } = useText();
  const words = past.replay;
  const locale = useLocale();
  const film = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [player, setPlayer] = useState<ReplayPlayer | null>(null);
  // The rounds' looks and the lanes are those of when it was opened: the film is not cut while it runs.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const made = new ReplayPlayer(canvas.current!, day, {
      rounds: hall.rounds,
      lanes: station.kind === 'timeline' ? (station.lanes ?? []) : null,
      words: () => ({ level: (level) => getText().board.level[level], tray: getText().past.replay.tray }),
    });
    setPlayer(made);
    return () => made.close();
  }, [day]);
  const long = isLong(day);
  const clock = (at: number) =>
    new Date(at).toLocaleString(tagOf(locale), {
      ...(long ? { day: 'numeric', month: 'short' } : {}),
      hour: '2-digit',
      minute: '2-digit',
    });
  return (
    <div ref={film} className={styles.film}>
      <div className={styles.stage}>
        {/* By keyboard notes are chosen in the list below. */}
        <canvas
          ref={canvas}
          className={styles.canvas}
          onClick={({ nativeEvent: { offsetX, offsetY } }) => player?.choose(player.noteAt(offsetX, offsetY))}
        />
      </div>
      {player && (
        <Controls
          player={player}
          day={day}
          hall={hall}
          station={station}
          clock={clock}
          roundAt={(second) => {
            const n = player.time.rounds.findLast(({ from }) => from <= second)?.n ?? 1;
            return roundWords.full(n, roundName(hall.rounds, n));
          }}
          momentWords={({ kind, n }) =>
            kind === 'round'
              ? words.moment.round(roundWords.full(n, roundName(hall.rounds, n)))
              : kind === 'many'
                ? words.moment.many(n)
                : words.moment[kind]
          }
          canvas={canvas}
          film={film}
        />
      )}
    </div>
  );
}

interface ControlsProps {
  player: ReplayPlayer;
  day: Day;
  hall: HallState;
  station: StationState;
  clock: (at: number) => string;
  roundAt: (second: number) => string;
  momentWords: (moment: Moment) => string;
  canvas: React.RefObject<HTMLCanvasElement | null>;
  film: React.RefObject<HTMLDivElement | null>;
}

function Controls({ player, day, hall, station, clock, roundAt, momentWords, canvas, film }: ControlsProps) {
  const words = useText().past.replay;
  const playing = useStore(player.store);
  const [listed, setListed] = useState(false);
  const { second, frame, chosen } = playing;
  const restoring = useRestoring(station.id);
  const choose = useCallback((index: number) => player.choose(index), [player]);
  const now = clock(clockAt(player.time, day.frames, second));
  const count = useMemo(() => noteCount(day, frame), [day, frame]);
  const moments = useMemo(() => momentsOf(day, player.time), [day, player]);
  const round = roundAt(second);
  const lives = hall.endedAt === null;
  const shown = frame >= 0 ? clock(day.frames[frame]!.at) : '';
  useEffect(() => {
    canvas.current?.setAttribute('role', 'img');
    canvas.current?.setAttribute('aria-label', words.picture(now, count));
  }, [canvas, words, now, count]);
  return (
    <>
      {chosen !== null && !playing.playing && (
        <ChosenNote
          key={chosen}
          day={day}
          station={station}
          index={chosen}
          frame={frame}
          clock={shown}
          restoring={lives ? restoring : null}
          onClose={() => {
            player.choose(null);
            document.getElementById('list')?.focus();
          }}
        />
      )}
      <p className={styles.now} data-frame={frame}>
        <strong className={styles.clock}>{now}</strong>
        <span>{round}</span>
        <span>{words.count(count)}</span>
      </p>
      <ReplayBar
        player={player}
        playing={playing}
        rounds={hall.rounds}
        said={words.at(now, round, count)}
        film={film}
      />
      {lives && frame >= 0 && !playing.playing && (
        <RestoreHere restoring={restoring} at={day.frames[frame]!.at} clock={shown} />
      )}
      <section className={styles.moments} aria-labelledby="moments">
        <h2 id="moments">{words.moments}</h2>
        <ul>
          {moments.map((moment) => (
            <li key={moment.second}>
              <button
                type="button"
                className="button quiet"
                onClick={() => {
                  player.pause();
                  player.seek(moment.second);
                }}
              >
                <span className={styles.time}>{clock(moment.at)}</span>
                {momentWords(moment)}
              </button>
            </li>
          ))}
        </ul>
      </section>
      <details className={styles.details} onToggle={({ currentTarget }) => setListed(currentTarget.open)}>
        <summary id="list">{words.asList}</summary>
        <p className="hint">{words.choose}</p>
        {listed && <ReplayList replay={day} frame={frame} chosen={chosen} onChoose={choose} />}
      </details>
    </>
  );
}

/** Over more than a day the clock alone does not say when. */
function isLong({ frames }: Day): boolean {
  const [first, last] = [frames[0]!.at, frames.at(-1)!.at];
  return new Date(first).toDateString() !== new Date(last).toDateString();
}

function noteCount({ frames }: Day, frame: number): number {
  const hanging = new Set<number>();
  for (const { notes } of frames.slice(0, frame + 1)) {
    for (const { note, pos } of notes) {
      if (pos) hanging.add(note);
      else hanging.delete(note);
    }
  }
  return hanging.size;
}
