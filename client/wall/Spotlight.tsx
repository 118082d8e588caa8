/** A note or a group that the host has lifted out: large in the middle, the rest dimmed behind it. */

import { useEffect, useMemo, useRef } from 'react';
import type { ClusterId, NoteId } from '../../shared/domain/ids.ts';
import type { Round } from '../../shared/domain/round.ts';
import paper from '../parts/paper.module.css';
import { roundName, roundPaint } from '../parts/roundPaint.ts';
import { useText } from '../text/index.ts';
import { Notes } from './Notes.tsx';
import styles from './Spotlight.module.css';
import { useSheet } from './useSize.ts';
import type { WallBoard, WallContents } from './WallBoard.ts';
import type { WallGroup, WallNote } from './wallLayout.ts';
import { setText, TYPE_FLOOR } from './wallText.ts';

/** What is lifted out, as it hangs now; null where it was taken down. */
export type Lifted = { note: WallNote } | { group: WallGroup };

export function liftedOf(
  { groups, loose }: WallContents,
  spotlight: NoteId | ClusterId | null,
): Lifted | null {
  if (!spotlight) return null;
  for (const group of groups) {
    if (group.id === spotlight) return { group };
    for (const note of group.notes) if (note.id === spotlight) return { note };
  }
  const note = loose.find(({ id }) => id === spotlight);
  return note ? { note } : null;
}

interface Props {
  lifted: Lifted;
  rounds: readonly Round[];
  board: WallBoard;
  onPage: (page: number, pages: number) => void;
}

export function Spotlight({ lifted, rounds, board, onPage }: Props) {
  const { walls } = useText();
  return (
    <section className={styles.over} data-spotlight="" aria-label={walls.spotlight}>
      {'note' in lifted ? (
        <Large note={lifted.note} rounds={rounds} />
      ) : (
        <LargeGroup group={lifted.group} rounds={rounds} board={board} onPage={onPage} />
      )}
    </section>
  );
}

const LARGEST = 11;
const PAD = 4;

function Large({ note, rounds }: { note: WallNote; rounds: readonly Round[] }) {
  const { board } = useText();
  const host = useRef<HTMLDivElement>(null);
  const sheet = useSheet(host);
  const { style, band } = roundPaint(rounds, note.round);
  const set = useMemo(() => {
    if (!sheet) return null;
    const { w, h, unit } = sheet;
    const room = { w: Math.min(w, 130 * unit) - PAD * 2 * unit, h: h - 16 * unit };
    for (let type = LARGEST; ; type -= 1) {
      const laid = setText(note.text, room.w, type * unit, type * unit, Infinity);
      if (type <= TYPE_FLOOR || laid.lines.length * laid.type * 1.18 <= room.h) {
        return setText(note.text, room.w, type * unit, type * unit, room.h);
      }
    }
  }, [note.text, sheet]);
  return (
    <div ref={host} className={styles.host}>
      {set && (
        <article
          className={`${paper.paper} ${styles.note}`}
          style={style}
          data-note-id={note.id}
          data-round={note.round}
        >
          <span className={`${band} ${styles.band}`} aria-hidden="true" />
          <p className={styles.text} dir="auto" style={{ fontSize: set.type }}>
            {set.lines.join('\n')}
          </p>
          <p className={styles.foot}>
            <span>
              {note.round} {roundName(rounds, note.round)}
            </span>
            {note.level && <span>{board.level[note.level]}</span>}
          </p>
        </article>
      )}
    </div>
  );
}

function LargeGroup({ group, rounds, board, onPage }: Omit<Props, 'lifted'> & { group: WallGroup }) {
  const { walls, board: words } = useText();
  // The title stands over them: they are laid as notes on their own.
  const things = useMemo(() => ({ groups: [], loose: group.notes }), [group]);
  useEffect(() => () => onPage(0, 1), [onPage]);
  return (
    <section className={styles.group} data-cluster-id={group.id}>
      <h2 className={styles.title}>{group.title || words.unnamedRead}</h2>
      <p className={styles.count}>{walls.notesIn(group.notes.length)}</p>
      <Notes things={things} rounds={rounds} board={board} onPage={onPage} />
    </section>
  );
}
