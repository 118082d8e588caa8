/** A place on the timeline for the pad, fetched after it stands: to choose for a new note, or told of one's own. */

import type { Slot } from '../../shared/board/boardDoc.ts';
import type { StationId } from '../../shared/domain/ids.ts';
import { usePresentHall } from '../state/hallStore.ts';
import { useText } from '../text/index.ts';
import { SlotFields } from './SlotFields.tsx';
import styles from './SlotPart.module.css';
import { slotWords, yearOf } from './slotWords.ts';

export interface SlotPartProps {
  station: StationId;
  slot: Slot | undefined;
  /** None: it is only told. */
  onSlot?: (slot: Slot | undefined) => void;
}

export default function SlotPart({ station, slot, onSlot }: SlotPartProps) {
  const { years } = useText();
  const at = usePresentHall().stations.find(({ id }) => id === station);
  if (!at) return null;
  const year = yearOf(at);
  if (!onSlot) return <span>{slotWords(years, year, slot)}</span>;
  return (
    <div className={styles.slot}>
      <SlotFields year={year} slot={slot} onSlot={onSlot} />
      <p className="hint">{years.pad.hint}</p>
    </div>
  );
}
