/** A station's vote over the view: closed again by its button, by Esc, or when the vote is gone. */

import X from 'lucide-react/icons/x';
import type { Poll } from '../../shared/domain/hall.ts';
import type { StationState } from '../../shared/protocol/hallEvents.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { later } from '../parts/later.tsx';
import { Modal } from '../parts/Modal.tsx';
import type { BoardConnection } from '../sync/boardConnection.ts';
import { useText } from '../text/index.ts';
import { Loading } from '../views/Loading.tsx';
import type { PollHand } from './usePoll.ts';
import styles from './VoteSheet.module.css';

/** It reads the board, which the pad does without. */
const VoteList = later(() => import('./VoteList.tsx'), Loading);

interface Props {
  station: StationState;
  poll: Poll;
  hand: PollHand;
  connection: BoardConnection | null;
  onClose: () => void;
}

export function VoteSheet({ station, poll, hand, connection, onClose }: Props) {
  const { vote } = useText().part;
  const title =
    !poll.open && poll.shown ? vote.titleShown : poll.kind === 'dots' ? vote.titleDots : vote.titleRating;
  return (
    <Modal
      title={title}
      className={styles.sheet}
      onClose={onClose}
      head={(heading) => (
        <div className={styles.head}>
          <div>
            <p className={styles.station}>{station.title}</p>
            {heading}
          </div>
          {poll.open && poll.kind === 'dots' && <p className={styles.left}>{vote.dotsLeft(hand.left)}</p>}
          <button type="button" className="button icon quiet" aria-label={vote.close} onClick={onClose}>
            <X size={24} aria-hidden="true" />
          </button>
        </div>
      )}
    >
      <div className={styles.body}>
        {!poll.shown && <p>{vote.secret}</p>}
        {poll.series && poll.kind === 'dots' && poll.open && <p>{vote.everywhere}</p>}
        <p className="hint">{poll.open ? vote.change : !poll.shown && vote.closed}</p>
        <FaultLine text={hand.fault} />
        <VoteList station={station} poll={poll} hand={hand} connection={connection} />
      </div>
    </Modal>
  );
}
