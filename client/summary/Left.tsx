/** The coverage line: how many notes the points rest on, and the others, each put into a point with two taps. */

import type { NoteView } from '../../shared/board/boardDoc.ts';
import type { Round } from '../../shared/domain/round.ts';
import type { Coverage } from '../../shared/plan/coverage.ts';
import { useText } from '../text/index.ts';
import { PointNotes } from './PointNotes.tsx';
import styles from './Summary.module.css';

interface Props {
  coverage: Coverage;
  notes: readonly NoteView[];
  rounds: readonly Round[];
  /** Absent: one may only read. */
  onPut?: ((note: NoteView) => void) | undefined;
}

export function Left({ coverage: { all, covered, left }, notes, rounds, onPut }: Props) {
  const words = useText().plan.summary.coverage;
  const missing = new Set(left);
  return (
    <div className={styles.coverage} data-left={left.length}>
      <p tabIndex={-1} data-focus={left.length === 0 ? 'left' : undefined}>
        <strong>{left.length === 0 ? words.all(all) : words.some(covered, all)}</strong>
      </p>
      {left.length > 0 && (
        <details>
          <summary className={styles.left} data-focus="left">
            {words.left(left.length)}
          </summary>
          <PointNotes
            notes={notes.filter(({ id }) => missing.has(id))}
            rounds={rounds}
            deed={onPut && { label: words.put, say: words.putNote, run: onPut }}
          />
        </details>
      )}
    </div>
  );
}
