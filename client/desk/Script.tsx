/** What the host reads aloud, a paragraph a thought, in letters that are read at arm's length. Folded on small screens. */

import { useState } from 'react';
import { useText } from '../text/index.ts';
import styles from './Script.module.css';

export function Script({ paragraphs }: { paragraphs: readonly string[] }) {
  const { desk } = useText();
  // Where it stands beside what the host does here, it is open; where it would push that away, it is not.
  const [open, setOpen] = useState(() => matchMedia('(min-width: 62rem)').matches);
  return (
    <details
      className={styles.script}
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className={styles.summary}>
        <h2 className={styles.title}>{desk.say}</h2>
      </summary>
      <p className={styles.hint}>{paragraphs.length > 0 ? desk.sayHint : desk.noScript}</p>
      {paragraphs.length > 0 && (
        <ol className={styles.paragraphs}>
          {paragraphs.map((paragraph) => (
            <li key={paragraph}>{paragraph}</li>
          ))}
        </ol>
      )}
    </details>
  );
}
