/** One's own visit: where one has been and what one wrote there, who one is to the hosts, and all one's own notes. */

import Check from 'lucide-react/icons/check';
import { paths } from '../../shared/domain/links.ts';
import type { HallState, You } from '../../shared/protocol/hallEvents.ts';
import { Link } from '../parts/Link.tsx';
import { notesAt, shownNotes, useOutboxStore } from '../state/outboxStore.ts';
import { useText } from '../text/index.ts';
import { OwnNotes } from '../views/OwnNotes.tsx';
import styles from './VisitCard.module.css';
import { WhoIAm } from './WhoIAm.tsx';

interface Props {
  hall: HallState;
  you: You;
}

export function VisitCard({ hall, you }: Props) {
  const { visit } = useText().part;
  const outbox = useOutboxStore();
  const all = shownNotes(outbox);
  const at = hall.stations.map((station) => {
    const own = notesAt(all, station.id).length;
    return { station, own, been: own > 0 || you.seen[station.id] !== undefined };
  });
  const nowhere = at.every(({ been }) => !been);
  return (
    <section className={styles.visit}>
      <h2>{visit.title}</h2>
      <div className={styles.halves}>
        <section className="card stack">
          <h3>{visit.stations}</h3>
          {nowhere && <p>{visit.nowhere}</p>}
          {!nowhere && (
            <ul className={styles.stations}>
              {at.map(({ station, own, been }) => (
                <li key={station.id} data-been={been || undefined}>
                  {been ? (
                    <Check size={18} aria-hidden="true" />
                  ) : (
                    <span className={styles.open} aria-hidden="true" />
                  )}
                  <Link to={paths.pad(hall.id, station.id)}>{station.title}</Link>
                  <span className="hint">{been ? visit.notes(own) : visit.notYet}</span>
                </li>
              ))}
            </ul>
          )}
        </section>
        <WhoIAm hall={hall} you={you} />
      </div>
      {all.length > 0 && <OwnNotes hall={hall} />}
    </section>
  );
}
