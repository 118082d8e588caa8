/** What a pad has beside its field: the timer in the head; under the field what holds here, a vote, and hands. */

import { useShallow } from 'zustand/react/shallow';
import type { StationState } from '../../shared/protocol/hallEvents.ts';
import PadAlike from '../help/PadAlike.tsx';
import { later } from '../parts/later.tsx';
import { StationWarning } from '../parts/StationWarning.tsx';
import { closedTo, isBound, useHallStore, usePresentHall } from '../state/hallStore.ts';
import { notesLeft, useOutboxStore } from '../state/outboxStore.ts';
import { useText } from '../text/index.ts';
import { Closed } from './Closed.tsx';
import { Hands } from './Hands.tsx';
import styles from './PadPart.module.css';
import { TimerChip } from './TimerChip.tsx';
import { VoteChip } from './VoteChip.tsx';

/** Of a hall that is a copy. */
const LastYear = later(() => import('../past/LastYear.tsx'));

interface Props {
  at: 'head' | 'under';
  station: StationState;
}

export default function PadPart({ at, station }: Props) {
  return at === 'head' ? <TimerChip /> : <Under station={station} />;
}

function Under({ station }: { station: StationState }) {
  const hall = usePresentHall();
  const you = useHallStore((store) => store.you);
  const warning = <StationWarning status={station.status} />;
  if (!you || you.role === 'wall') return warning;
  const closed = closedTo(hall, you);
  return (
    <div className={styles.part}>
      {warning}
      {hall.before && (
        <div>
          <LastYear hall={hall} station={station} />
        </div>
      )}
      {!closed && <PadAlike key={`alike ${station.id}`} station={station} />}
      {closed && <Closed hall={hall} why={closed} station={station.id} />}
      {!closed && isBound(station, you) && <Rules station={station} />}
      <div>
        <VoteChip key={station.id} station={station} />
      </div>
      {!closed && isBound(station, you) && <Hands station={station.id} />}
    </div>
  );
}

/** What holds for new notes here. */
function Rules({ station }: { station: StationState }) {
  const { pad } = useText().part;
  const left = useOutboxStore(useShallow(({ entries, mine }) => notesLeft(station, { entries, mine })));
  const { hiding, allowance } = station.rules;
  return (
    <div role="status" className={styles.rules}>
      {hiding && <p>{station.anonymous ? pad.hidingAnonymous : pad.hiding}</p>}
      {left !== null && allowance && (
        <p data-used={left === 0 || undefined}>
          {left > 0 ? pad.allowance(left, allowance) : pad.usedUp(allowance)}
        </p>
      )}
    </div>
  );
}
