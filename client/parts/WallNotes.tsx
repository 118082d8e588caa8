/** Some notes on a tile of a wall, each whole or not at all. How large they are is the tile's to say (`--note-*`). */

import type { NoteView } from '../../shared/board/boardDoc.ts';
import type { Round } from '../../shared/domain/round.ts';
import paper from './paper.module.css';
import { roundPaint } from './roundPaint.ts';
import styles from './WallNotes.module.css';

interface Props {
  notes: readonly Pick<NoteView, 'id' | 'round' | 'text'>[];
  rounds: readonly Round[];
}

export function WallNotes({ notes, rounds }: Props) {
  return (
    <div className={styles.notes}>
      {notes.map((note) => {
        const { style, band } = roundPaint(rounds, note.round);
        return (
          <article
            key={note.id}
            className={`${paper.paper} ${styles.note}`}
            style={style}
            data-note-id={note.id}
            data-round={note.round}
          >
            <span className={`${band} ${styles.band}`} aria-hidden="true" />
            <p className={styles.text} dir="auto">
              {note.text}
            </p>
          </article>
        );
      })}
    </div>
  );
}
