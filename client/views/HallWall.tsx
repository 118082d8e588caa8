/** The foyer's screen: all stations of the hall, with who is where and what came last. Unattended and read-only. */

import { type CSSProperties, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { NoteView } from '../../shared/board/boardDoc.ts';
import type { HallState, StationState } from '../../shared/protocol/hallEvents.ts';
import { ViewTitle } from '../parts/ViewTitle.tsx';
import { WallNotes } from '../parts/WallNotes.tsx';
import { usePresentHall } from '../state/hallStore.ts';
import { useText } from '../text/index.ts';
import { roomiest } from '../wall/crowding.ts';
import { followNewest, type NewestNotes } from '../wall/newestNotes.ts';
import { BreakScreen, EndScreen } from '../wall/Screens.tsx';
import { WallRoom } from '../wall/WallRoom.tsx';
import { WallSide } from '../wall/WallSide.tsx';
import styles from './HallWall.module.css';

export default function HallWall() {
  const hall = usePresentHall();
  const [following, setFollowing] = useState<ReturnType<typeof followNewest> | null>(null);
  useEffect(() => {
    const made = followNewest(hall.id);
    setFollowing(made);
    return made.stop;
  }, [hall.id]);
  return (
    <WallRoom connection={null}>
      {hall.endedAt !== null ? (
        <EndScreen hall={hall} />
      ) : hall.timer?.kind === 'break' ? (
        <BreakScreen hall={hall} timer={hall.timer} />
      ) : (
        following && <Stations hall={hall} following={following} />
      )}
    </WallRoom>
  );
}

function Stations({ hall, following }: { hall: HallState; following: ReturnType<typeof followNewest> }) {
  const { walls } = useText();
  const newest = useStore(following.notes);
  const [columns, rows] = gridFor(hall.stations.length);
  const free = roomiest(hall.stations);
  const notes = hall.stations.reduce((sum, station) => sum + station.notes, 0);
  return (
    <>
      <div className={styles.main}>
        <header className={styles.head}>
          <ViewTitle name={walls.hall.title(hall.title)} className={styles.title}>
            {hall.title}
          </ViewTitle>
        </header>
        <main
          id="main"
          className={styles.stations}
          style={{ '--columns': columns, '--rows': rows } as CSSProperties}
          data-rows={rows}
        >
          {hall.stations.map((station) => (
            <StationTile
              key={station.id}
              hall={hall}
              station={station}
              newest={newestOf(newest, station, rows)}
              free={station.id === free}
            />
          ))}
        </main>
      </div>
      <WallSide hall={hall} counts={{ notes, people: hall.people }} />
    </>
  );
}

interface TileProps {
  hall: HallState;
  station: StationState;
  newest: readonly NoteView[];
  /** Others are crowded, and here is room. */
  free: boolean;
}

function StationTile({ hall, station, newest, free }: TileProps) {
  const { walls } = useText();
  return (
    <section className={styles.station} data-station={station.id}>
      <h2 className={styles.name}>{station.title}</h2>
      <p className={styles.figures}>
        <span>{station.notes === 0 ? walls.hall.noNotes : walls.notesIn(station.notes)}</span>
        <span className={free ? styles.free : undefined}>
          {free ? walls.hall.roomHere : walls.hall.here(station.people)}
        </span>
      </p>
      <People count={station.people} />
      <WallNotes notes={newest} rounds={hall.rounds} />
    </section>
  );
}

/** So many are drawn one by one; more than that is a crowd however many they are. */
const PEOPLE_DRAWN = 24;

/** Crowding at a glance: a figure a person. */
function People({ count }: { count: number }) {
  const drawn = Math.min(count, PEOPLE_DRAWN);
  return (
    <svg
      className={styles.people}
      viewBox={`0 0 ${PEOPLE_DRAWN * 10} 14`}
      preserveAspectRatio="xMinYMid"
      aria-hidden="true"
    >
      {Array.from({ length: drawn }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike, and stand in a row
        <g key={index} transform={`translate(${index * 10} 0)`}>
          <circle cx="4" cy="3.2" r="2.7" />
          <path d="M0 14v-3a4 4 0 0 1 8 0v3z" />
        </g>
      ))}
    </svg>
  );
}

/** Notes that fit a tile at a type that can be read: rows are higher the fewer they are. */
const newestOf = (newest: NewestNotes, { id, notes }: StationState, rows: number) =>
  notes === 0 ? [] : (newest[id] ?? []).slice(0, rows === 1 ? 5 : rows === 2 ? 3 : 1);

/** Columns and rows for so many stations. */
function gridFor(count: number): [columns: number, rows: number] {
  if (count <= 3) return [Math.max(1, count), 1];
  if (count === 4) return [2, 2];
  if (count <= 8) return [Math.ceil(count / 2), 2];
  return [Math.ceil(count / 3), 3];
}
