/** A calm box that says what is wrong, or soon would be. */

import TriangleAlert from 'lucide-react/icons/triangle-alert';
import styles from './WarningBox.module.css';

export function WarningBox({ text }: { text: string }) {
  return (
    <p className={styles.warning}>
      <TriangleAlert size={20} aria-hidden="true" />
      <span>{text}</span>
    </p>
  );
}
