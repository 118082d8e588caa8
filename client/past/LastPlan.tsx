/** Last year's measures on this year's plan; nothing in a hall that is no copy. */

import type { HallState } from '../../shared/protocol/hallEvents.ts';
import { useText } from '../text/index.ts';
import { LastMeasures, useBefore } from './LastYear.tsx';

export function LastPlan({ hall }: { hall: HallState }) {
  const words = useText().past.before;
  const { before } = useBefore(hall);
  if (!before) return null;
  return (
    <details className="card">
      <summary>{words.title(before.title)}</summary>
      <h2>{words.measures}</h2>
      <LastMeasures before={before} />
    </details>
  );
}
