/** Hosts who want the organiser, above everything else: a calm mark, until somebody says that they come. */

import Hand from 'lucide-react/icons/hand';
import type { HallState, StationState } from '../../shared/protocol/hallEvents.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { announce } from '../state/announcer.ts';
import { useText } from '../text/index.ts';
import styles from './Calls.module.css';
import { useAsking } from './useAsking.ts';

export function Calls({ hall }: { hall: HallState }) {
  const { run } = useText();
  const asking = useAsking();
  const calling = hall.stations.filter((station) => station.calling);

  const answer = async ({ id: stationId, title }: StationState) => {
    const done = await asking.ask('organiser:call', { stationId, calling: false }, run.calls.failed);
    if (done) announce(run.calls.answered(title));
  };
  return (
    <div role="status" className={styles.calls}>
      {calling.length > 0 && (
        <section className={styles.card} aria-labelledby="calls">
          <h2 id="calls" className={styles.title}>
            <Hand size={22} aria-hidden="true" />
            {run.calls.title}
          </h2>
          <ul className={styles.list}>
            {calling.map((station) => (
              <li key={station.id} className={styles.call}>
                <span>{run.calls.of(station.title)}</span>
                <button
                  type="button"
                  className="button"
                  aria-label={run.calls.seenFor(station.title)}
                  onClick={() => void answer(station)}
                >
                  {run.calls.seen}
                </button>
              </li>
            ))}
          </ul>
          <FaultLine text={asking.fault} />
        </section>
      )}
    </div>
  );
}
