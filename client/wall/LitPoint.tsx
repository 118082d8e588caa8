/** The notes of a main point, lifted out on the wall as large as they can be, with the point's own words above them. */

import { useEffect, useMemo } from 'react';
import type { ClusterView } from '../../shared/board/boardDoc.ts';
import type { NoteId } from '../../shared/domain/ids.ts';
import { citedNotes } from '../../shared/plan/coverage.ts';
import type { PointView } from '../../shared/plan/planDoc.ts';
import type { HallState, StationState } from '../../shared/protocol/hallEvents.ts';
import { usePlan } from '../state/planStore.ts';
import { useText } from '../text/index.ts';
import { Notes } from './Notes.tsx';
import styles from './Spotlight.module.css';
import type { WallBoard, WallContents } from './WallBoard.ts';
import type { WallNote } from './wallLayout.ts';

interface Props {
  hall: HallState;
  station: StationState;
  /** Those of the lit notes that hang. */
  lit: readonly WallNote[];
  contents: WallContents;
  board: WallBoard;
  onPage: (page: number, pages: number) => void;
}

/** Those of these notes that hang on the wall. */
export function litOf({ groups, loose }: WallContents, lit: readonly NoteId[] | undefined): WallNote[] {
  if (!lit || lit.length === 0) return [];
  const wanted = new Set(lit);
  return [...groups.flatMap(({ notes }) => notes), ...loose].filter(({ id }) => wanted.has(id));
}

export function LitPoint({ hall, station, lit, contents, board, onPage }: Props) {
  const { plan: words, walls } = useText();
  const { points } = usePlan(hall.id);
  const point = useMemo(
    () =>
      pointOf(
        points.filter(({ of }) => of === station.id),
        station,
        lit,
        contents,
      ),
    [points, station, lit, contents],
  );
  const things = useMemo(() => ({ groups: [], loose: lit }), [lit]);
  useEffect(() => () => onPage(0, 1), [onPage]);
  return (
    <section className={styles.over} data-lit={lit.length} aria-label={walls.spotlight}>
      <div className={styles.group}>
        {point ? (
          <>
            <h2 className={styles.title} dir="auto">
              {point.title || words.summary.unnamed}
            </h2>
            <p className={styles.count}>{walls.notesIn(lit.length)}</p>
          </>
        ) : (
          <h2 className={styles.title}>{words.summary.lit.bare(lit.length)}</h2>
        )}
        <Notes things={things} rounds={hall.rounds} board={board} onPage={onPage} />
      </div>
    </section>
  );
}

/** The point whose notes these are: with all of them, and the fewest others. */
function pointOf(
  points: readonly PointView[],
  { id }: StationState,
  lit: readonly WallNote[],
  { groups, loose }: WallContents,
): PointView | null {
  const notes = [
    ...groups.flatMap((group) => group.notes.map((note) => ({ id: note.id, cluster: group.id }))),
    ...loose.map((note) => ({ id: note.id })),
  ];
  const clusters = groups.map(({ id, title }): ClusterView => ({ id, title, pos: [0, 0] }));
  let best: { point: PointView; size: number } | null = null;
  for (const point of points) {
    const cited = citedNotes(point.sources, id, notes, clusters);
    if (!lit.every((note) => cited.has(note.id))) continue;
    if (!best || cited.size < best.size) best = { point, size: cited.size };
  }
  return best?.point ?? null;
}
