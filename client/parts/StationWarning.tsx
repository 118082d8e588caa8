/** In words, what is wrong with a station; nothing where nothing is. */

import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { StationStatus } from '../../shared/protocol/hallEvents.ts';
import { useText } from '../text/index.ts';
import styles from './StationWarning.module.css';

export function StationWarning({ status }: { status: StationStatus }) {
  const { station } = useText();
  if (status === 'ok') return null;
  return (
    <p className={styles.warning}>
      <TriangleAlert size={20} aria-hidden="true" />
      {station[status]}
    </p>
  );
}
