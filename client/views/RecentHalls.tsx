/** The halls of this browser, to go back to or to forget. */

import X from 'lucide-react/icons/x';
import { useState } from 'react';
import { paths } from '../../shared/domain/links.ts';
import { Link } from '../parts/Link.tsx';
import { TwoStep } from '../parts/TwoStep.tsx';
import { forgetHall, knownHalls, knownKeys } from '../state/knownHalls.ts';
import { useText } from '../text/index.ts';
import styles from './RecentHalls.module.css';

export function RecentHalls() {
  const { start } = useText();
  const [halls, setHalls] = useState(knownHalls);
  if (halls.length === 0) return null;
  return (
    <section className={styles.recent}>
      <h2 className={styles.title}>{start.recentTitle}</h2>
      <ul className={styles.list}>
        {halls.map(({ id, title, code }) => {
          const organises = knownKeys(id).organiser !== undefined;
          const forget = () => {
            forgetHall(id);
            void import('../state/boardCopies.ts').then(({ boardCopies }) => boardCopies.forget(id));
            setHalls(knownHalls());
          };
          return (
            <li key={id} className={styles.hall}>
              <Link className={styles.link} to={paths.hall(id)}>
                <span className={styles.name}>{title}</span>
                <span className="hint">{code}</span>
              </Link>
              {organises && (
                <Link className="button" to={paths.organise(id)}>
                  {start.organiser}
                </Link>
              )}
              <TwoStep
                className="quiet icon"
                label={<X size={20} aria-hidden="true" />}
                describe={start.forget(title)}
                question={organises ? start.forgetOrganiser : start.forgetQuestion}
                confirm={start.forgetConfirm}
                onConfirm={forget}
                danger={organises}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
