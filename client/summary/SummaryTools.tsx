/** What lies at the foot of a summary: what is added, paper, the signature, and the way back for what was done. */

import Plus from 'lucide-react/icons/plus';
import Printer from 'lucide-react/icons/printer';
import type { PointView } from '../../shared/plan/planDoc.ts';
import type { SummaryOf } from '../../shared/plan/source.ts';
import { UndoBar } from '../parts/UndoBar.tsx';
import type { Plan } from '../state/planStore.ts';
import { useText } from '../text/index.ts';
import { DraftAgain } from './DraftPart.tsx';
import { SignPart } from './SignPart.tsx';
import styles from './Summary.module.css';
import type { useDraft } from './useDraft.ts';
import type { SummaryHands } from './useSummaryHands.ts';

interface Props {
  of: SummaryOf;
  plan: Plan;
  points: readonly PointView[];
  /** Null: one may only read. */
  hands: SummaryHands | null;
  draft: ReturnType<typeof useDraft>;
}

export function SummaryFoot({ of, plan, points, hands, draft }: Props) {
  const words = useText().plan.summary;
  return (
    <>
      <div className={styles.tools}>
        {hands && (
          <button type="button" className="button" onClick={hands.add}>
            <Plus size={18} aria-hidden="true" />
            {words.add}
          </button>
        )}
        {hands && points.length > 0 && <DraftAgain draft={draft} />}
        <button type="button" className="button" onClick={() => window.print()}>
          <Printer size={18} aria-hidden="true" />
          {words.print}
        </button>
      </div>
      {hands && (
        <SignPart
          of={of}
          points={points}
          signature={plan.signatures[of] ?? null}
          saved={plan.saved && plan.state === 'live'}
        />
      )}
    </>
  );
}

/** The way back for who writes here. */
export function SummaryUndo({ plan }: { plan: Plan }) {
  const words = useText().plan.summary;
  const { canUndo, canRedo, undo, redo } = plan;
  return (
    <UndoBar
      words={words}
      label={words.tools}
      canUndo={canUndo}
      canRedo={canRedo}
      onUndo={undo}
      onRedo={redo}
    />
  );
}
