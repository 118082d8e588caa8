/** One's own dots on one thing: shown as dots, laid and taken by a press. */

import Minus from 'lucide-react/icons/minus';
import Plus from 'lucide-react/icons/plus';
import { useText } from '../text/index.ts';
import type { Thing } from './ballot.ts';
import styles from './DotsGiven.module.css';
import type { PollHand } from './usePoll.ts';

interface Props {
  thing: Thing;
  hand: PollHand;
  open: boolean;
}

export function DotsGiven({ thing, hand, open }: Props) {
  const { vote } = useText().part;
  const dots = hand.mine?.dots[thing.id] ?? 0;
  const name = thing.text || vote.unnamed;
  return (
    <div className={styles.given}>
      {open && (
        <button
          type="button"
          className="button icon"
          aria-label={vote.take(name)}
          // Not `disabled`: the last press would take the focus with it.
          aria-disabled={dots === 0}
          onClick={() => dots > 0 && hand.dot(thing, dots - 1)}
        >
          <Minus size={20} aria-hidden="true" />
        </button>
      )}
      <span className={styles.dots} data-none={dots === 0 || undefined}>
        <span aria-hidden="true">{dots}</span>
        <span className="sr-only">{vote.given(dots)}</span>
      </span>
      {open && (
        <button
          type="button"
          className="button icon"
          aria-label={vote.add(name)}
          aria-disabled={hand.left === 0}
          onClick={() => hand.dot(thing, dots + 1)}
        >
          <Plus size={20} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
