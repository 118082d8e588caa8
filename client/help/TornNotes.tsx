/** Notes that belong in several groups: by what they say, or since people drag them to and fro. Somebody may choose. */

import type { ClusterId, NoteId } from '../../shared/domain/ids.ts';
import type { TornNote } from '../../shared/domain/suggestion.ts';
import { useText } from '../text/index.ts';
import styles from './Suggestions.module.css';
import type { Ground } from './standing.ts';

interface Props {
  torn: readonly TornNote[];
  ground: Ground;
  titleOf: (group: ClusterId) => string;
  busy: boolean;
  onJoin: (note: NoteId, group: ClusterId) => void;
  /** Shows notes on the board, where there is one. */
  onFind?: ((notes: NoteId[]) => void) | undefined;
}

export function TornNotes({ torn, ground, titleOf, busy, onJoin, onFind }: Props) {
  const { help: words } = useText();
  return (
    <details>
      <summary className={styles.summary}>{words.torn(torn.length)}</summary>
      <p className="hint">{words.tornLead}</p>
      <ul className={styles.single}>
        {torn.map(({ note, between, dragged }) => {
          const [one, other] = between.map(titleOf);
          return (
            <li key={note}>
              <p dir="auto">{ground.text(note)}</p>
              {dragged && one && other && <p className="hint">{words.dragged(one, other)}</p>}
              {ground.groupOf(note) === undefined ? (
                <div className={styles.between}>
                  {between.map((id) => (
                    <button
                      key={id}
                      type="button"
                      className="button"
                      aria-disabled={busy}
                      onClick={() => !busy && onJoin(note, id)}
                    >
                      {words.into(titleOf(id))}
                    </button>
                  ))}
                </div>
              ) : (
                // What hangs in a group is moved by hand.
                onFind && (
                  <div className={styles.between}>
                    <button type="button" className="button" onClick={() => onFind([note])}>
                      {words.find}
                    </button>
                  </div>
                )
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
