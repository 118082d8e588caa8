/** A link for each measure's owner, by which they tell how it goes; made, copied while it is known, withdrawn. */

import { useState } from 'react';
import type { HallId, MeasureId } from '../../shared/domain/ids.ts';
import type { Check, PublishState } from '../../shared/domain/results.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { FaultLine } from '../parts/FaultLine.tsx';
import { makeOwnerLink, untell, withdrawOwnerLink } from '../sync/results.ts';
import { useText } from '../text/index.ts';
import styles from './Publish.module.css';
import { useDeed } from './useDeed.ts';

interface Props {
  hall: HallId;
  measures: PublishState['measures'];
  onChange: () => Promise<void>;
}

export function PublishOwners({ hall, measures, onChange }: Props) {
  const { plan, publish: words } = useText().page;
  const deed = useDeed();
  const [links, setLinks] = useState<Partial<Record<MeasureId, string>>>({});

  const make = async (id: MeasureId) => {
    const made = await deed.run(() => makeOwnerLink(hall, id), words.changeFailed);
    if (!made) return;
    setLinks({ ...links, [id]: made.link });
    await onChange();
  };
  const withdraw = async (id: MeasureId) => {
    if (!(await deed.run(() => withdrawOwnerLink(hall, id), words.changeFailed))) return;
    setLinks({ ...links, [id]: undefined });
    await onChange();
  };
  const unsay = async (id: MeasureId, check: Check) => {
    if (await deed.run(() => untell(hall, id, check), words.changeFailed)) await onChange();
  };

  return (
    <div className={styles.part}>
      <h3>{words.owners}</h3>
      <p className={styles.soft}>{words.ownersHint}</p>
      <FaultLine text={deed.fault} />
      {measures.length === 0 && <p className="hint">{words.ownersNone}</p>}
      <ul className={styles.list}>
        {measures.map(({ id, title, owner, link, statuses }) => {
          const fresh = link ? links[id] : undefined;
          return (
            <li key={id} className={styles.item}>
              <div className={styles.what}>
                <p>
                  <strong>{title}</strong> · {owner || plan.nobody}
                </p>
                {statuses.map(({ check, status, said }) => (
                  <p key={check} className={styles.told}>
                    <span>
                      {plan.after(check)}: {plan.statuses[status]}
                      {said && ` – ${said}`}
                    </span>
                    <button
                      type="button"
                      className="button quiet"
                      aria-label={`${words.untell(check)}: ${title}`}
                      disabled={deed.busy}
                      onClick={() => void unsay(id, check)}
                    >
                      {words.remove}
                    </button>
                  </p>
                ))}
                {fresh ? (
                  <p className={styles.link}>{fresh}</p>
                ) : (
                  link && <p className="hint">{words.linkAlive}</p>
                )}
              </div>
              <div className="row">
                {fresh && <CopyButton text={fresh} label={words.copyLink} />}
                <button
                  type="button"
                  className="button"
                  aria-label={words.makeLinkFor(title)}
                  disabled={deed.busy}
                  onClick={() => void make(id)}
                >
                  {link ? words.newLink : words.makeLink}
                </button>
                {link && (
                  <button
                    type="button"
                    className="button"
                    aria-label={words.killLinkFor(title)}
                    disabled={deed.busy}
                    onClick={() => void withdraw(id)}
                  >
                    {words.killLink}
                  </button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
