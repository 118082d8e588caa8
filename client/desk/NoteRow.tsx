/** A note on the desk, as paper in its round's colour, with what is known of it and what can be done with it. */

import type { Round } from '../../shared/domain/round.ts';
import { NoteText } from '../parts/NoteText.tsx';
import paper from '../parts/paper.module.css';
import { roundName, roundPaint } from '../parts/roundPaint.ts';
import { useText } from '../text/index.ts';
import styles from './NoteRow.module.css';

interface Props {
  rounds: readonly Round[];
  round: number;
  text: string;
  /** What is known of it, a short sentence each; what is empty is left out. */
  facts: readonly (string | false | undefined)[];
  /** Its buttons. */
  children: React.ReactNode;
}

export function NoteRow({ rounds, round, text, facts, children }: Props) {
  const { round: words } = useText();
  const { style, band } = roundPaint(rounds, round);
  return (
    <li className={`${paper.paper} ${styles.note}`} style={style}>
      <span className={band} aria-hidden="true" />
      <div className={styles.body}>
        <p className={styles.text}>
          <span className="sr-only">{words.label(round, roundName(rounds, round))}: </span>
          <NoteText text={text} />
        </p>
        <div className={styles.foot}>
          <p className={styles.facts}>{facts.filter(Boolean).join(' · ')}</p>
          <div className={styles.deeds}>{children}</div>
        </div>
      </div>
    </li>
  );
}
