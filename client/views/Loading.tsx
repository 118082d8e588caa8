/** Shown while a view is fetched. Says nothing for the first moment: most come sooner than words can be read. */

import { useText } from '../text/index.ts';
import styles from './Loading.module.css';

export function Loading({ text: said }: { text?: string }) {
  const text = useText();
  return (
    <div className={styles.loading} role="status">
      <p>{said ?? text.loading}</p>
    </div>
  );
}
