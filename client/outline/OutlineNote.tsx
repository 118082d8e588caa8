/** A note in the list: its text, what is known of it, and all that can be done with it, each by one press. */

import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import Combine from 'lucide-react/icons/combine';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Pencil from 'lucide-react/icons/pencil';
import Trash2 from 'lucide-react/icons/trash-2';
import Ungroup from 'lucide-react/icons/ungroup';
import X from 'lucide-react/icons/x';
import { memo, type ReactNode, useId } from 'react';
import type { NoteView } from '../../shared/board/boardDoc.ts';
import type { Level } from '../../shared/domain/hall.ts';
import type { Round } from '../../shared/domain/round.ts';
import { NoteText } from '../parts/NoteText.tsx';
import paper from '../parts/paper.module.css';
import { RoundBadge } from '../parts/RoundBadge.tsx';
import { roundPaint } from '../parts/roundPaint.ts';
import ThreadLinks from '../past/ThreadLinks.tsx';
import { useText } from '../text/index.ts';
import { Deed } from './Deed.tsx';
import { NoteField } from './NoteField.tsx';
import styles from './OutlineNote.module.css';
import type { NoteDeeds, NoteRights } from './outlineDeeds.ts';

interface Props {
  note: NoteView;
  grouped: boolean;
  /** It could stand one place earlier, or later, in its group. */
  earlier: boolean;
  later: boolean;
  rounds: readonly Round[];
  rights: NoteRights;
  /** What is open in it. */
  open: 'menu' | 'edit' | null;
  draftKey: string;
  deeds: NoteDeeds;
  /** It stands out, or is dimmed because others do; absent: neither. */
  lit?: boolean | undefined;
  /** Of a timeline: its lists of places, while its choices are open; and what its place is called. */
  places?: ReactNode;
  place?: string | undefined;
  /** What makes a measure of it, while its choices are open. */
  pull?: ReactNode;
}

const LEVELS: readonly Level[] = ['local', 'national'];

export const OutlineNote = memo(function OutlineNote(props: Props) {
  const { note, grouped, earlier, later, rounds, rights, open, draftKey, deeds, lit, places, place, pull } =
    props;
  const { board, plan } = useText();
  const { outline, editor, menu, level } = board;
  const id = useId();
  const { style, band } = roundPaint(rounds, note.round);
  return (
    <li className={styles.row} data-row={note.id} data-lit={lit}>
      <div className={`${paper.paper} ${styles.note}`} style={style}>
        <span className={band} aria-hidden="true" />
        {open === 'edit' ? (
          <div className={styles.editor}>
            <NoteField
              draftKey={draftKey}
              base={note.text}
              label={editor.note}
              submit={editor.saveEdit}
              focusKey={`${note.id} text`}
              takesFocus
              onSave={(text) => deeds.saveEdit(note.id, text)}
              onCancel={() => deeds.close(note.id)}
            />
          </div>
        ) : (
          <div className={styles.face}>
            <div className={styles.text}>
              <NoteText text={note.text} />
            </div>
            <p className={styles.facts}>
              <RoundBadge rounds={rounds} n={note.round} bare />
              {note.level && <span className={styles.level}>{level[note.level]}</span>}
              {place && <span>{place}</span>}
              {lit && <span className={styles.lit}>{plan.summary.lit.mark}</span>}
            </p>
            {rights.any && (
              <button
                type="button"
                className={styles.more}
                data-focus={`${note.id} menu`}
                aria-expanded={open === 'menu'}
                aria-controls={open === 'menu' ? id : undefined}
                aria-label={outline.noteChoices(shorten(note.text))}
                onClick={() => deeds.toggle(note.id)}
              >
                {open === 'menu' ? (
                  <X size={22} aria-hidden="true" />
                ) : (
                  <Ellipsis size={22} aria-hidden="true" />
                )}
              </button>
            )}
          </div>
        )}
        {open === 'menu' && (
          // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from any of its buttons
          <div
            id={id}
            className={styles.deeds}
            onKeyDown={(event) => event.key === 'Escape' && deeds.close(note.id)}
          >
            {rights.place && places}
            {rights.group && (
              <Deed
                sign={Combine}
                label={menu.group}
                focusKey={`${note.id} group`}
                run={() => deeds.group(note.id)}
              />
            )}
            {rights.edit && (
              <Deed
                sign={Pencil}
                label={menu.edit}
                focusKey={`${note.id} edit`}
                run={() => deeds.edit(note.id)}
              />
            )}
            {grouped && rights.takeOut && (
              <Deed
                sign={Ungroup}
                label={menu.takeOut}
                focusKey={`${note.id} out`}
                run={() => deeds.takeOut(note.id)}
              />
            )}
            {earlier && rights.group && (
              <Deed
                sign={ArrowUp}
                label={outline.earlier}
                focusKey={`${note.id} earlier`}
                run={() => deeds.order(note.id, -1)}
              />
            )}
            {later && rights.group && (
              <Deed
                sign={ArrowDown}
                label={outline.later}
                focusKey={`${note.id} later`}
                run={() => deeds.order(note.id, 1)}
              />
            )}
            {rights.level &&
              LEVELS.map((one) => (
                <Deed
                  key={one}
                  label={level[one]}
                  focusKey={`${note.id} ${one}`}
                  pressed={note.level === one}
                  run={() => deeds.level(note.id, note.level === one ? undefined : one)}
                />
              ))}
            {pull}
            <ThreadLinks note={note.id} cluster={note.cluster} className="button" />
            {rights.edit && (
              <Deed
                sign={Trash2}
                label={rights.moderates ? menu.remove : menu.removeOwn}
                focusKey={`${note.id} remove`}
                danger
                run={() => deeds.remove(note.id)}
              />
            )}
          </div>
        )}
      </div>
    </li>
  );
});

/** As much of a text as names its note. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 58).trimEnd()}…` : line;
}
