/** Says what the next tap is for, and lets one out of it. */

import { useStore } from 'zustand';
import { useText } from '../text/index.ts';
import type { OpenBoard } from './openBoard.ts';
import styles from './PickBanner.module.css';

export function PickBanner({ board }: { board: OpenBoard }) {
  const { pick: words } = useText().board;
  const pick = useStore(board.store, (hand) => hand.pick);
  if (!pick) return null;
  const text = pick.kind === 'partner' ? words.partner : pick.kind === 'merge' ? words.merge : words.place;
  return (
    <div className={styles.pick} data-control="">
      <p role="status">{text}</p>
      <button type="button" className={styles.cancel} onClick={() => board.store.setState({ pick: null })}>
        {words.cancel}
      </button>
    </div>
  );
}
