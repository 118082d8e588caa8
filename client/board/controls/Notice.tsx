/** A sentence that is shown for a few seconds. Screen readers have been told it already. */

import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { OpenBoard } from '../openBoard.ts';
import styles from './Notice.module.css';

const SHOWN_MS = 7_000;

export function Notice({ board }: { board: OpenBoard }) {
  const notice = useStore(board.store, (hand) => hand.notice);
  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(() => board.store.setState({ notice: null }), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [board, notice]);
  if (!notice) return null;
  return (
    <p className={styles.notice} aria-hidden="true">
      {notice.text}
    </p>
  );
}
