/** The way to a vote: what one has left of it, or that its results are there. Nothing where there is no vote to see. */

import Vote from 'lucide-react/icons/vote';
import { useEffect, useRef, useState } from 'react';
import type { StationState } from '../../shared/protocol/hallEvents.ts';
import { announce } from '../state/announcer.ts';
import { closedTo, useHallStore } from '../state/hallStore.ts';
import type { BoardConnection } from '../sync/boardConnection.ts';
import { useText } from '../text/index.ts';
import { dotsOf } from './ballot.ts';
import { usePoll } from './usePoll.ts';
import styles from './VoteChip.module.css';
import { VoteSheet } from './VoteSheet.tsx';

interface Props {
  station: StationState;
  /** The board's own, where one stands before it. */
  connection?: BoardConnection;
}

export function VoteChip({ station, connection }: Props) {
  const { vote } = useText().part;
  // A hall that is over has no open votes.
  const closed = useHallStore(({ hall, you }) => !hall || closedTo(hall, you) !== null);
  const poll = station.poll && { ...station.poll, open: station.poll.open && !closed };
  const hand = usePoll(station);
  const [open, setOpen] = useState(false);
  useSaid(poll?.open === true, vote.began);
  // A vote that was closed, and in which one gave nothing, is nothing to see until it is shown.
  const gave = dotsOf(hand.mine) > 0 || Object.keys(hand.mine?.ratings ?? {}).length > 0;
  if (!poll || (!poll.open && !poll.shown && !gave && !open)) return null;
  const label = poll.open
    ? poll.kind === 'dots'
      ? vote.chipDots(vote.dotsLeft(hand.left))
      : vote.chipRating
    : poll.shown
      ? vote.chipShown
      : vote.chipClosed;
  return (
    <>
      <button type="button" className={styles.chip} data-open={poll.open} onClick={() => setOpen(true)}>
        <Vote size={20} aria-hidden="true" />
        {label}
      </button>
      {open && (
        <VoteSheet
          station={station}
          poll={poll}
          hand={hand}
          connection={connection ?? null}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

/** Tells screen readers once that a vote has begun while one was here. */
function useSaid(isOpen: boolean, sentence: string): void {
  const was = useRef(isOpen);
  useEffect(() => {
    if (isOpen && !was.current) announce(sentence);
    was.current = isOpen;
  }, [isOpen, sentence]);
}
