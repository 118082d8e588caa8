/** How a draft goes, and what it was made by. */

import { FaultLine } from '../parts/FaultLine.tsx';
import { TwoStep } from '../parts/TwoStep.tsx';
import { usePresentHall } from '../state/hallStore.ts';
import { useText } from '../text/index.ts';
import styles from './Summary.module.css';
import { type Draft, saidOf } from './useDraft.ts';

export function DraftPart({ draft: { busy, fault, made, make }, empty }: { draft: Draft; empty: boolean }) {
  const words = useText().plan.summary.draft;
  const hall = usePresentHall();
  const usesModel = hall.model !== null && hall.settings.model;
  return (
    <div className={styles.draft}>
      <div role="status">
        {busy && (
          <p className={styles.making}>
            <progress aria-hidden="true" />
            <span>
              {words.making} {usesModel && words.slow}
            </span>
          </p>
        )}
        {made && !busy && <p data-draft={made.fellBack ? 'fellBack' : made.by}>{saidOf(made, words)}</p>}
      </div>
      <FaultLine text={fault} />
      {empty && !busy && (
        <button type="button" className="button" onClick={make}>
          {words.make}
        </button>
      )}
    </div>
  );
}

/** A new draft beside what people have written. */
export function DraftAgain({ draft: { busy, make } }: { draft: Draft }) {
  const words = useText().plan.summary.draft;
  return (
    <TwoStep
      label={words.again}
      question={words.question}
      confirm={words.make}
      onConfirm={make}
      disabled={busy}
    />
  );
}
