/** The foot of a form whose changes are saved together: what went wrong, saving, and letting go of what was changed. */

import { FaultLine } from '../parts/FaultLine.tsx';
import { useText } from '../text/index.ts';
import styles from './Rounds.module.css';

interface Props {
  save: string;
  unsaved: boolean;
  busy: boolean;
  fault: string | null;
  onDrop: () => void;
}

export function SaveRow({ save, unsaved, busy, fault, onDrop }: Props) {
  const { run } = useText();
  return (
    <>
      <FaultLine text={fault && `${fault} ${run.kept}`} />
      <div className="row">
        <button type="submit" className="button primary" disabled={!unsaved || busy}>
          {save}
        </button>
        {unsaved && (
          <button type="button" className="button" onClick={onDrop}>
            {run.undo}
          </button>
        )}
        <p className={styles.soft}>{unsaved && run.unsaved}</p>
      </div>
    </>
  );
}
