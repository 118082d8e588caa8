/** A note's words as text and nothing else, with the writer's own line ends. */

import styles from './NoteText.module.css';

export function NoteText({ text }: { text: string }) {
  return (
    <span className={styles.text} dir="auto">
      {text}
    </span>
  );
}
