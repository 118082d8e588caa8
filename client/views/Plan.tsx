/** The measures: the picture of effect and feasibility, the order of action, the first 90 days. */

import type { HallId } from '../../shared/domain/ids.ts';
import { PlanRoom } from '../plan/PlanRoom.tsx';
import { usePresentHall } from '../state/hallStore.ts';
import { usePlan } from '../state/planStore.ts';
import { Page } from './Page.tsx';

export default function Plan({ hall: hallId }: { hall: HallId }) {
  const hall = usePresentHall();
  const plan = usePlan(hallId);
  return (
    <Page hall={hallId} back width="wide">
      <PlanRoom hall={hall} plan={plan} />
    </Page>
  );
}
