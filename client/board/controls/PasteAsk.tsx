/** Asks before many notes are hung at once. */

import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useText } from '../../text/index.ts';
import { hangPasted } from '../deeds/pasteNotes.ts';
import type { OpenBoard } from '../openBoard.ts';
import styles from './PickBanner.module.css';

export function PasteAsk({ board }: { board: OpenBoard }) {
  const { paste: words } = useText().board;
  const pasting = useStore(board.store, (hand) => hand.pasting);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (pasting) first.current?.focus();
  }, [pasting]);
  if (!pasting) return null;
  const close = () => {
    board.store.setState({ pasting: null });
    board.surface.element.focus({ preventScroll: true });
  };
  const { texts, at } = pasting;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would announce itself as a form's part
    <div
      className={styles.pick}
      role="group"
      aria-label={words.title}
      data-control=""
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <p>{words.ask(texts.length)}</p>
      <button
        ref={first}
        type="button"
        className={styles.cancel}
        onClick={() => {
          close();
          hangPasted(board, texts, at);
        }}
      >
        {words.hang(texts.length)}
      </button>
      <button type="button" className={styles.cancel} onClick={close}>
        {words.cancel}
      </button>
    </div>
  );
}
