/** What lies at the foot of a summary: the way back for what was done, and paper. */

import Printer from 'lucide-react/icons/printer';
import Redo2 from 'lucide-react/icons/redo-2';
import Undo2 from 'lucide-react/icons/undo-2';
import type { Plan } from '../state/planStore.ts';
import { useText } from '../text/index.ts';
import styles from './Summary.module.css';

/** There once there is something to take back. */
export function UndoBar({ plan }: { plan: Plan }) {
  const words = useText().plan.summary;
  const { canUndo, canRedo } = plan;
  if (!canUndo && !canRedo) return null;
  return (
    <div className={styles.undo} role="toolbar" aria-label={words.tools}>
      {/* Never `disabled`: a button that turns so under the finger would throw the focus away. */}
      <button
        type="button"
        className={styles.tool}
        data-focus="undo"
        aria-disabled={!canUndo}
        onClick={() => plan.undo()}
      >
        <Undo2 size={21} aria-hidden="true" />
        {words.undo}
      </button>
      <button type="button" className={styles.tool} aria-disabled={!canRedo} onClick={() => plan.redo()}>
        <Redo2 size={21} aria-hidden="true" />
        {words.redo}
      </button>
    </div>
  );
}

export function Print() {
  const { print } = useText().plan.summary;
  return (
    <button type="button" className="button" onClick={() => window.print()}>
      <Printer size={18} aria-hidden="true" />
      {print}
    </button>
  );
}
