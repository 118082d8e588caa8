/** Says what the next tap is for, and lets one out of it. */

import { useStore } from 'zustand';
import { useText } from '../../text/index.ts';
import { chosenNotes } from '../hand/handStore.ts';
import type { OpenBoard } from '../openBoard.ts';
import styles from './PickBanner.module.css';

export function PickBanner({ board }: { board: OpenBoard }) {
  const { pick: words } = useText().board;
  const pick = useStore(board.store, (hand) => hand.pick);
  const count = useStore(board.store, (hand) => chosenNotes(hand).length);
  if (!pick) return null;
  const text = {
    partner: words.partner,
    merge: words.merge,
    more: words.more(count),
    placeNotes: words.place,
    placeCluster: words.place,
  }[pick.kind];
  const stop = () => {
    board.store.setState({ pick: null });
    board.surface.element.focus({ preventScroll: true });
  };
  return (
    <div className={styles.pick} data-control="">
      <p role="status">{text}</p>
      <button type="button" className={styles.cancel} onClick={stop}>
        {pick.kind === 'more' ? words.done : words.cancel}
      </button>
    </div>
  );
}
