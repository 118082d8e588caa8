/** Own texts that the server would not have, or never got: kept, and given back to be copied or tried again. */

import { useRef } from 'react';
import { useStore } from 'zustand';
import type { NoteId } from '../../../shared/domain/ids.ts';
import { CopyButton } from '../../parts/CopyButton.tsx';
import { NoteText } from '../../parts/NoteText.tsx';
import { useText } from '../../text/index.ts';
import { freePlace } from '../deeds/freePlace.ts';
import type { OpenBoard } from '../openBoard.ts';
import { toWorld } from '../surface/camera.ts';
import styles from './ReturnedTexts.module.css';

interface Props {
  board: OpenBoard;
  mayWrite: boolean;
  /** It stands among the rest of the page, and not over it. */
  inFlow?: boolean;
}

export function ReturnedTexts({ board, mayWrite, inFlow = false }: Props) {
  const words = useText().board.returned;
  const { returned, unsent } = useStore(board.connection.state);
  const drawer = useRef<HTMLElement>(null);
  /** With the text goes the button that was pressed, and with it would go the focus. */
  const done = (deed: () => void) => {
    deed();
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      // The last that can take it does: in the list the wall lies out of reach.
      document.getElementById('main')?.focus({ preventScroll: true });
      board.surface.element.focus({ preventScroll: true });
      drawer.current?.focus();
    });
  };
  if (returned.length + unsent.length === 0) return null;
  return (
    <section
      ref={drawer}
      tabIndex={-1}
      className={styles.drawer}
      data-flow={inFlow || undefined}
      aria-label={returned.length > 0 ? words.title : words.unsentTitle}
      data-control=""
    >
      {returned.length > 0 && (
        <>
          <h2 className={styles.title}>{words.title}</h2>
          <p className="hint">{words.explain}</p>
          <ul className={styles.list}>
            {returned.map(({ note, text }) => (
              <li key={note} className={styles.text}>
                <NoteText text={text} />
                <div className="row">
                  {mayWrite && (
                    <button
                      type="button"
                      className="button primary"
                      onClick={() => done(() => tryAgain(board, note, text))}
                    >
                      {words.again}
                    </button>
                  )}
                  <CopyButton text={text} label={words.copy} />
                  <button
                    type="button"
                    className="button quiet"
                    onClick={() => done(() => board.connection.dismiss(note))}
                  >
                    {words.discard}
                  </button>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {unsent.length > 0 && (
        <>
          <h2 className={styles.title}>{words.unsentTitle}</h2>
          <p className="hint">{words.unsentExplain}</p>
          <ul className={styles.list}>
            {unsent.map(({ note, text }) => (
              <li key={note} className={styles.text}>
                <NoteText text={text} />
                <div className="row">
                  <CopyButton text={text} label={words.copy} />
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Hangs the text anew: as the same note's text where that hangs, else as a new note in the middle of the view. */
function tryAgain({ surface, actions, connection }: OpenBoard, note: NoteId, text: string): void {
  const present = surface.model.notes.get(note);
  if (present) {
    if (!actions.edit(note, present.text, text)) return;
  } else {
    const middle = toWorld(surface.viewport.camera, {
      x: surface.viewport.size.w / 2,
      y: surface.viewport.size.h / 2,
    });
    actions.write(text, freePlace(surface.model.spatial, { x: middle.x - 100, y: middle.y - 100 }));
  }
  connection.dismiss(note);
}
