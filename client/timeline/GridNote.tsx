/** A note in its months: paper in its round's colour, with edges to draw longer. */

import { type CSSProperties, memo } from 'react';
import type { NoteView } from '../../shared/board/boardDoc.ts';
import paper from '../parts/paper.module.css';
import { roundName, roundPaint } from '../parts/roundPaint.ts';
import { useText } from '../text/index.ts';
import styles from './GridNote.module.css';
import { slotWords } from './slotWords.ts';
import type { TimelineShow } from './timelineShow.ts';
import type { GridKeys } from './useGridKeys.ts';

interface Props {
  note: NoteView;
  /** Where in the lane; none in the tray. */
  place?: CSSProperties;
  show: TimelineShow;
  keys: GridKeys;
  month: number;
  /** Somebody at this screen drags it. */
  held: boolean;
}

export function GridNote({ note, place, show, keys, month, held }: Props) {
  const { years, round: roundWords } = useText();
  const { rounds, year, rights, now, deeds } = show;
  const movable = rights.mayMove(note.id);
  const chosen = 'id' in now && now.id === note.id;
  return (
    <Paper
      note={note}
      place={place}
      paint={roundPaint(rounds, note.round)}
      label={[
        roundWords.label(note.round, roundName(rounds, note.round)),
        slotWords(years, year, note.slot),
      ].join('. ')}
      movable={movable}
      chosen={chosen}
      held={held || keys.carries === note.id}
      tab={keys.tabOf(note.id)}
      onFocus={() => keys.at(note.id, month)}
      onPress={() => deeds.toggle(note.id)}
    />
  );
}

interface PaperProps {
  note: NoteView;
  place: CSSProperties | undefined;
  paint: ReturnType<typeof roundPaint>;
  label: string;
  movable: boolean;
  chosen: boolean;
  held: boolean;
  tab: 0 | -1;
  onFocus: () => void;
  onPress: () => void;
}

/** Drawn anew only when it looks otherwise: what it does is asked of the newest hands anyway. */
const Paper = memo(
  function Paper({ note, place, paint, label, movable, chosen, held, tab, onFocus, onPress }: PaperProps) {
    return (
      <button
        type="button"
        className={`${paper.paper} ${styles.note}`}
        style={{ ...paint.style, ...place }}
        data-note={note.id}
        data-stop={note.id}
        data-held={held || undefined}
        data-movable={movable || undefined}
        aria-pressed={chosen}
        tabIndex={tab}
        onFocus={onFocus}
        onClick={onPress}
      >
        <span className={styles.head} aria-hidden="true">
          <span className={`${paint.band} ${styles.band}`} />
          <span className={styles.n}>{note.round}</span>
        </span>
        <span className={styles.text} dir="auto">
          {note.text}
        </span>
        <span className="sr-only">. {label}</span>
        {movable && place && (
          <>
            <span className={styles.edge} data-edge="from" />
            <span className={styles.edge} data-edge="to" />
          </>
        )}
      </button>
    );
  },
  (a, b) =>
    a.note === b.note &&
    a.label === b.label &&
    a.place?.gridColumn === b.place?.gridColumn &&
    a.place?.gridRow === b.place?.gridRow &&
    a.paint.band === b.paint.band &&
    JSON.stringify(a.paint.style) === JSON.stringify(b.paint.style) &&
    a.movable === b.movable &&
    a.chosen === b.chosen &&
    a.held === b.held &&
    a.tab === b.tab,
);
