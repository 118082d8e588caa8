/** What happens at the station just now, in a strip over its board: the timer, a vote, hiding, the end. Else nothing. */

import type { StationState } from '../../shared/protocol/hallEvents.ts';
import type { Me } from '../board/model/useMe.ts';
import type { OpenBoard } from '../board/openBoard.ts';
import LastYear from '../past/LastYear.tsx';
import { usePresentHall } from '../state/hallStore.ts';
import { useText } from '../text/index.ts';
import styles from './BoardPart.module.css';
import { TimerChip } from './TimerChip.tsx';
import { VoteChip } from './VoteChip.tsx';

interface Props {
  station: StationState;
  me: Me;
  board: OpenBoard | null;
  closed: 'ended' | 'shut_out' | null;
  moderates: boolean;
}

export function BoardPart({ station, me, board, closed, moderates }: Props) {
  const { part, faults } = useText();
  const { pad, shut, ended } = part;
  const hall = usePresentHall();
  const hiding = station.rules.hiding && !moderates && !closed;
  return (
    <div className={styles.strip}>
      <p role="status" className={styles.said}>
        {closed && `${faults[closed]} ${closed === 'ended' ? ended.thanks : shut}`}
        {hiding && (station.anonymous ? pad.hidingAnonymous : pad.hiding)}
      </p>
      <TimerChip />
      <LastYear hall={hall} station={station} />
      {me.role !== 'wall' && board && (
        <VoteChip key={station.id} station={station} connection={board.connection} />
      )}
    </div>
  );
}
