/** One line that says what went wrong; told at once, and nothing at all when nothing did. */

import CircleAlert from 'lucide-react/icons/circle-alert';
import styles from './FaultLine.module.css';

export function FaultLine({ text }: { text: string | null }) {
  return (
    <div role="alert" className={styles.line}>
      {text && (
        <p className={styles.fault}>
          <CircleAlert size={20} aria-hidden="true" />
          <span>{text}</span>
        </p>
      )}
    </div>
  );
}
