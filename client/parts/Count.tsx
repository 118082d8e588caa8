/** How many, as a small pill beside a heading: a number to see, a sentence to hear. */

import styles from './Count.module.css';

export function Count({ shown, said }: { shown: string | number; said: string }) {
  return (
    <span className={styles.count}>
      <span aria-hidden="true">{shown}</span>
      <span className="sr-only">({said})</span>
    </span>
  );
}
