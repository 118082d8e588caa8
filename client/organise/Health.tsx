/** How the hall fares, in plain words, asked for again every ten seconds while somebody looks. */

import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import Gauge from 'lucide-react/icons/gauge';
import type { HallState } from '../../shared/protocol/hallEvents.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { hallHealth } from '../sync/organising.ts';
import { useText } from '../text/index.ts';
import styles from './Health.module.css';
import { standingOf } from './standing.ts';
import { faultWords } from './useAsking.ts';
import { usePolled } from './usePolled.ts';

const EVERY_MS = 10_000;
const SIGNS = { ok: CircleCheck, busy: Gauge, ill: CircleAlert } as const;

export function Health({ hall, open }: { hall: HallState; open: boolean }) {
  const { run, count } = useText();
  const words = run.health;
  const { data, fault } = usePolled(() => hallHealth(hall.id), open, EVERY_MS);
  if (!data) {
    return fault ? (
      <FaultLine text={`${words.failed} ${faultWords(fault)}`} />
    ) : (
      <p className={styles.soft}>{words.unknown}</p>
    );
  }
  const standing = standingOf(data);
  const Sign = SIGNS[standing];
  const stations = data.stations.flatMap(({ id, status, notes }) => {
    const station = hall.stations.find((one) => one.id === id);
    return station ? [{ id, status, notes, title: station.title, people: station.people }] : [];
  });
  const wrong = stations.flatMap(({ status, title }) => (status === 'ok' ? [] : [words[status](title)]));
  if (!data.diskOk) wrong.unshift(words.notSaving);
  return (
    <>
      <FaultLine text={fault && `${words.failed} ${faultWords(fault)}`} />
      <p className={styles.state} data-state={standing}>
        <Sign size={24} aria-hidden="true" />
        <span>
          <strong>{words[standing]}</strong> {words.holds(count.number(data.holds), data.people)}
        </span>
      </p>
      {wrong.length > 0 && (
        <ul className={styles.wrong}>
          {wrong.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <table className={styles.stations}>
        <caption className="sr-only">{words.stationsTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{words.station}</th>
            <th scope="col">{words.condition}</th>
            <th scope="col" className={styles.figure}>
              {words.people}
            </th>
            <th scope="col" className={styles.figure}>
              {words.notes}
            </th>
          </tr>
        </thead>
        <tbody>
          {stations.map(({ id, title, status, people, notes }) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              <td data-status={status}>{words.states[status]}</td>
              <td className={styles.figure}>{count.number(people)}</td>
              <td className={styles.figure}>{count.number(notes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
