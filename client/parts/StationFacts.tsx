/** What is known of a station at a glance: people there, notes, news, and in words when something is wrong. */

import Sparkle from 'lucide-react/icons/sparkle';
import StickyNote from 'lucide-react/icons/sticky-note';
import Users from 'lucide-react/icons/users';
import type { StationStatus } from '../../shared/protocol/hallEvents.ts';
import { useText } from '../text/index.ts';
import styles from './StationFacts.module.css';
import { StationWarning } from './StationWarning.tsx';

interface Props {
  people: number;
  notes: number;
  /** Notes that came since the person last was there; null where they never were, left out where nobody asks. */
  fresh?: number | null;
  status: StationStatus;
  /** The hall has a break: nobody here is nobody gone. */
  resting?: boolean;
}

export function StationFacts({ people, notes, fresh, status, resting }: Props) {
  const { count, part } = useText();
  return (
    <>
      <ul className={styles.facts}>
        <li>
          <Users size={18} aria-hidden="true" />
          {resting && people === 0 ? part.map.resting : count.people(people)}
        </li>
        <li>
          <StickyNote size={18} aria-hidden="true" />
          {count.notes(notes)}
        </li>
        {fresh !== undefined && fresh !== 0 && notes > 0 && (
          <li className={fresh === null ? undefined : styles.fresh}>
            {fresh !== null && <Sparkle size={16} aria-hidden="true" />}
            {fresh === null ? part.map.notYet : count.fresh(fresh)}
          </li>
        )}
      </ul>
      <StationWarning status={status} />
    </>
  );
}
