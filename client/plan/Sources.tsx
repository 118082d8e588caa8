/** What a measure grew from: each note, group and point with the way to it. Stations' boards are asked only when it is open. */

import { type ReactNode, useState } from 'react';
import type { ClusterId, NoteId, StationId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import type { MeasureView } from '../../shared/plan/planDoc.ts';
import { readSource } from '../../shared/plan/source.ts';
import type { HallState, StationState } from '../../shared/protocol/hallEvents.ts';
import { useMe } from '../board/model/useMe.ts';
import { Link } from '../parts/Link.tsx';
import { usePresentHall } from '../state/hallStore.ts';
import { lightNotes } from '../state/litNotes.ts';
import type { Plan } from '../state/planStore.ts';
import { membersIn, type StationBoard, useStationBoard } from '../summary/stationBoard.ts';
import { useText } from '../text/index.ts';
import styles from './MeasureForm.module.css';

type Thing = NoteId | ClusterId;

export function Sources({ measure, plan }: { measure: MeasureView; plan: Plan }) {
  const words = useText().plan.actions;
  const hall = usePresentHall();
  const [open, setOpen] = useState(false);
  const { sources } = measure;
  if (sources.length === 0) return <p className="hint">{words.form.noSources}</p>;
  const things = new Map<StationId, Thing[]>();
  const points: ReactNode[] = [];
  for (const source of sources) {
    const read = readSource(source);
    if (read === null) continue;
    if (typeof read !== 'string') {
      things.set(read.station, [...(things.get(read.station) ?? []), read.thing]);
      continue;
    }
    const point = plan.points.find(({ id }) => id === read);
    points.push(
      <li key={source}>
        <span className={styles.kind}>{words.form.point}: </span>
        {point ? (
          <Link to={point.of === 'hall' ? paths.hallSummary(hall.id) : paths.summary(hall.id, point.of)}>
            {point.title || words.unnamed}
          </Link>
        ) : (
          words.form.gone
        )}
      </li>,
    );
  }
  return (
    <details
      className={styles.sources}
      data-sources={sources.length}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{words.form.sources(sources.length)}</summary>
      {open && (
        <ul className={styles.list}>
          {points}
          {[...things].map(([id, of]) => {
            const station = hall.stations.find((one) => one.id === id);
            return station ? (
              <At key={id} hall={hall} station={station} things={of} title={measure.title} />
            ) : (
              <li key={id}>{words.form.gone}</li>
            );
          })}
        </ul>
      )}
    </details>
  );
}

interface AtProps {
  hall: HallState;
  station: StationState;
  things: readonly Thing[];
  title: string;
}

function At({ hall, station, things, title }: AtProps) {
  const { form } = useText().plan.actions;
  const me = useMe(hall.id);
  const board = useStationBoard(station.id, me?.role);
  if (!board) return <li role="status">{form.loading}</li>;
  return things.map((thing) => {
    const { kind, text, notes } = readThing(board, thing);
    return (
      <li key={thing}>
        {kind === 'group' && <span className={styles.kind}>{form.group}: </span>}
        <span dir="auto">{text || form.gone}</span>
        {notes.length > 0 && (
          <>
            {' '}
            <Link
              // The lanes of a timeline show no light; its list does.
              to={(station.kind === 'timeline' ? paths.outline : paths.board)(hall.id, station.id)}
              onClick={() => lightNotes({ station: station.id, notes, title })}
            >
              {form.openOnBoard(station.title)}
            </Link>
          </>
        )}
      </li>
    );
  });
}

function readThing(
  board: StationBoard,
  thing: Thing,
): { kind: 'note' | 'group'; text: string; notes: NoteId[] } {
  if (thing.startsWith('n_')) {
    const note = board.notes.find(({ id }) => id === thing);
    return { kind: 'note', text: note?.text ?? '', notes: note ? [note.id] : [] };
  }
  const notes = membersIn(board)(thing as ClusterId);
  const named = board.clusters.find(({ id }) => id === thing)?.title;
  const first = board.notes.find(({ id }) => id === notes[0])?.text;
  return { kind: 'group', text: named || first || '', notes };
}
