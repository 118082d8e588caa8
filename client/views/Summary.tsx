/** Main points of a station or of the hall, each opening its notes. */

import type { HallId, StationId } from '../../shared/domain/ids.ts';
import { ViewTitle } from '../parts/ViewTitle.tsx';
import { usePresentHall } from '../state/hallStore.ts';
import { usePlan } from '../state/planStore.ts';
import { HallSummary } from '../summary/HallSummary.tsx';
import { StationSummary } from '../summary/StationSummary.tsx';
import styles from '../summary/Summary.module.css';
import { useText } from '../text/index.ts';
import { Page } from './Page.tsx';

/** `station`: null for the hall's own. */
export default function Summary({
  hall: hallId,
  station: stationId,
}: {
  hall: HallId;
  station: StationId | null;
}) {
  const { unknown } = useText().station;
  const hall = usePresentHall();
  const plan = usePlan(hallId);
  const station = hall.stations.find(({ id }) => id === stationId);
  return (
    <Page hall={hallId} back className={styles.page}>
      {stationId === null ? (
        <HallSummary hall={hall} plan={plan} />
      ) : station ? (
        <StationSummary key={stationId} hall={hall} station={station} plan={plan} />
      ) : (
        <ViewTitle name={unknown} />
      )}
    </Page>
  );
}
