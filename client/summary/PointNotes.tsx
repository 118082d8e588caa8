/** The notes behind a point, as they hang now. Who writes the summary can move each to another point. */

import type { NoteView } from '../../shared/board/boardDoc.ts';
import type { Round } from '../../shared/domain/round.ts';
import { shorten } from '../outline/OutlineNote.tsx';
import { NoteText } from '../parts/NoteText.tsx';
import paper from '../parts/paper.module.css';
import { RoundBadge } from '../parts/RoundBadge.tsx';
import { roundPaint } from '../parts/roundPaint.ts';
import { useText } from '../text/index.ts';
import styles from './PointNotes.module.css';

interface Props {
  notes: readonly NoteView[];
  rounds: readonly Round[];
  /** What can be done with each; absent: nothing. */
  deed?: { label: string; say: (text: string) => string; run: (note: NoteView) => void } | undefined;
}

export function PointNotes({ notes, rounds, deed }: Props) {
  const { board } = useText();
  return (
    <ul className={styles.notes}>
      {notes.map((note) => {
        const { style, band } = roundPaint(rounds, note.round);
        return (
          <li key={note.id} className={`${paper.paper} ${styles.note}`} style={style} data-note={note.id}>
            <span className={band} aria-hidden="true" />
            <div className={styles.text}>
              <NoteText text={note.text} />
            </div>
            <p className={styles.facts}>
              <RoundBadge rounds={rounds} n={note.round} bare />
              {note.level && <span>{board.level[note.level]}</span>}
              {deed && (
                <button
                  type="button"
                  className={styles.deed}
                  aria-label={deed.say(shorten(note.text))}
                  onClick={() => deed.run(note)}
                >
                  {deed.label}
                </button>
              )}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
