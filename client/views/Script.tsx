/** What the host reads aloud, a paragraph a thought, in letters that are read at arm's length. */

import { useText } from '../text/index.ts';
import styles from './Script.module.css';

export function Script({ paragraphs }: { paragraphs: readonly string[] }) {
  const { desk } = useText();
  return (
    <section className={styles.script}>
      <h2 className={styles.title}>{desk.say}</h2>
      <p className={styles.hint}>{paragraphs.length > 0 ? desk.sayHint : desk.noScript}</p>
      {paragraphs.length > 0 && (
        <ol className={styles.paragraphs}>
          {paragraphs.map((paragraph) => (
            <li key={paragraph}>{paragraph}</li>
          ))}
        </ol>
      )}
    </section>
  );
}
