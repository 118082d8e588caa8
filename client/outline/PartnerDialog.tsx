/**
 * Asks what a note, or a group, belongs with: all groups and notes there were when it was opened, so that nothing moves
 * under the finger.
 */

import { useId, useState } from 'react';
import type { ClusterId, NoteId } from '../../shared/domain/ids.ts';
import type { Round } from '../../shared/domain/round.ts';
import { Modal } from '../parts/Modal.tsx';
import { RoundBadge } from '../parts/RoundBadge.tsx';
import { useText } from '../text/index.ts';
import styles from './PartnerDialog.module.css';

export interface Choices {
  groups: { id: ClusterId; title: string; count: number }[];
  notes: { id: NoteId; text: string; round: number }[];
}

interface Props {
  title: string;
  /** The note that is asked about. */
  quote?: string;
  choices: Choices;
  rounds: readonly Round[];
  onChoose: (id: NoteId | ClusterId) => void;
  onClose: () => void;
}

/** With so many to choose from, one can search. */
const MANY = 8;

export function PartnerDialog({ title, quote, choices, rounds, onChoose, onClose }: Props) {
  const { outline, pick } = useText().board;
  const [sought, setSought] = useState('');
  const id = useId();
  const has = (text: string) => text.toLocaleLowerCase().includes(sought.trim().toLocaleLowerCase());
  const groups = choices.groups.filter((group) => has(group.title || outline.unnamed));
  const notes = choices.notes.filter((note) => has(note.text));
  const all = choices.groups.length + choices.notes.length;
  return (
    <Modal
      title={title}
      className={styles.dialog}
      onClose={onClose}
      head={(heading) => (
        <div className={styles.head}>
          {heading}
          {quote && (
            <p className={styles.quote} dir="auto">
              {quote}
            </p>
          )}
          {all > MANY && (
            <>
              <label htmlFor={`${id}find`} className="label">
                {outline.find}
              </label>
              <input
                id={`${id}find`}
                type="search"
                className="input"
                autoComplete="off"
                value={sought}
                onChange={(event) => setSought(event.target.value)}
              />
            </>
          )}
          <p className={all > MANY && sought ? 'hint' : 'sr-only'} role="status">
            {sought ? outline.found(groups.length + notes.length) : ''}
          </p>
        </div>
      )}
    >
      <div className={styles.choices}>
        {all === 0 && <p>{outline.none}</p>}
        {groups.length > 0 && (
          <section aria-labelledby={`${id}groups`}>
            <h3 id={`${id}groups`} className={styles.kind}>
              {outline.groups}
            </h3>
            <ul className={styles.list}>
              {groups.map((group) => (
                <li key={group.id}>
                  <button type="button" className={styles.choice} onClick={() => onChoose(group.id)}>
                    <span dir="auto">{group.title || outline.unnamed}</span>
                    <span className={styles.count}>{outline.count(group.count)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
        {notes.length > 0 && (
          <section aria-labelledby={`${id}notes`}>
            <h3 id={`${id}notes`} className={styles.kind}>
              {outline.loose}
            </h3>
            <ul className={styles.list}>
              {notes.map((note) => (
                <li key={note.id}>
                  <button type="button" className={styles.choice} onClick={() => onChoose(note.id)}>
                    <span dir="auto">{note.text}</span>
                    <RoundBadge rounds={rounds} n={note.round} bare />
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <div className={styles.foot}>
        <button type="button" className="button" onClick={onClose}>
          {pick.cancel}
        </button>
      </div>
    </Modal>
  );
}
