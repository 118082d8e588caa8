/** A QR code that says "localhost" leads a phone to itself: that is said before somebody prints it. */

import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { useText } from '../text/index.ts';
import styles from './LocalhostWarning.module.css';

const OWN_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

export function LocalhostWarning() {
  const { organise } = useText();
  if (!OWN_NAMES.has(location.hostname)) return null;
  return (
    <p className={styles.warning}>
      <TriangleAlert size={20} aria-hidden="true" />
      <span>{organise.localhost}</span>
    </p>
  );
}
