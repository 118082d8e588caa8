/** The way back at the foot of a page: there once there is something to take back. */

import Redo2 from 'lucide-react/icons/redo-2';
import Undo2 from 'lucide-react/icons/undo-2';
import styles from './UndoBar.module.css';

interface Props {
  words: { undo: string; redo: string };
  label: string;
  canUndo: boolean;
  canRedo: boolean;
  onUndo: () => void;
  onRedo: () => void;
}

export function UndoBar({ words, label, canUndo, canRedo, onUndo, onRedo }: Props) {
  if (!canUndo && !canRedo) return null;
  return (
    <div className={styles.bar} role="toolbar" aria-label={label}>
      {/* Never `disabled`: a button that turns so under the finger would throw the focus away. */}
      <button
        type="button"
        className={styles.tool}
        data-focus="undo"
        aria-disabled={!canUndo}
        onClick={() => canUndo && onUndo()}
      >
        <Undo2 size={21} aria-hidden="true" />
        {words.undo}
      </button>
      <button
        type="button"
        className={styles.tool}
        aria-disabled={!canRedo}
        onClick={() => canRedo && onRedo()}
      >
        <Redo2 size={21} aria-hidden="true" />
        {words.redo}
      </button>
    </div>
  );
}
