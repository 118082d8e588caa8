/** All keys of the hall as the server has them, each to be withdrawn. */

import { useState } from 'react';
import type { HallState } from '../../shared/protocol/hallEvents.ts';
import type { KeyInfo } from '../../shared/protocol/rest.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { TwoStep } from '../parts/TwoStep.tsx';
import { announce } from '../state/announcer.ts';
import { dropKeyOf } from '../sync/keys.ts';
import { type Text, useLocale, useText } from '../text/index.ts';
import styles from './KeyList.module.css';
import { moment } from './moments.ts';
import type { HallKeys } from './useHallKeys.ts';

interface Props {
  hall: HallState;
  hallKeys: HallKeys;
  onWithdrawn: () => void;
}

export function KeyList({ hall, hallKeys, onWithdrawn }: Props) {
  const { organise, faults, act } = useText();
  const locale = useLocale();
  const [refused, setRefused] = useState<string | null>(null);
  const { keys, ask } = hallKeys;
  const unknown = hallKeys.fault && `${organise.keysFailed} ${faults[hallKeys.fault] ?? faults.unknown}`;

  const withdraw = async (key: KeyInfo) => {
    setRefused(null);
    const outcome = await dropKeyOf(hall.id, key, keys ?? []);
    if (outcome.ok) {
      announce(organise.withdrawn);
      onWithdrawn();
      return ask();
    }
    const { code } = outcome.error;
    const last = code === 'forbidden' && key.role === 'organiser';
    setRefused(last ? organise.lastOrganiser : (faults[code] ?? faults.unknown));
  };

  const good = (keys ?? []).filter((key) => key.withdrawnAt === undefined);
  const withdrawn = (keys ?? []).filter((key) => key.withdrawnAt !== undefined);
  return (
    <>
      <p className={styles.soft}>{organise.keysHint}</p>
      <FaultLine text={refused ?? unknown} />
      {unknown && (
        <div>
          <button type="button" className="button" onClick={() => void ask()}>
            {act.retry}
          </button>
        </div>
      )}
      <ul className={styles.keys}>
        {good.map((key) => {
          const name = keyName(key, hall, organise);
          const own = key.role === 'organiser' ? ` ${organise.withdrawOwn}` : '';
          return (
            <li key={key.id} className={styles.key}>
              <div className={styles.what}>
                <h3 className={styles.name}>{name}</h3>
                <p className="hint">
                  {organise.createdAt(moment(key.createdAt, locale))} · {organise.sessions(key.sessions)}
                </p>
              </div>
              <TwoStep
                danger
                label={organise.withdraw}
                describe={organise.withdrawKey(name)}
                question={organise.withdrawQuestion(key.sessions) + own}
                confirm={organise.withdrawConfirm}
                onConfirm={() => void withdraw(key)}
              />
            </li>
          );
        })}
      </ul>
      {withdrawn.length > 0 && (
        <details>
          <summary className={styles.summary}>{organise.withdrawnTitle(withdrawn.length)}</summary>
          <ul className={styles.keys}>
            {withdrawn.map((key) => (
              <li key={key.id} className={styles.key}>
                <div className={styles.what}>
                  <h3 className={styles.name}>{keyName(key, hall, organise)}</h3>
                  <p className="hint">{organise.withdrawnAt(moment(key.withdrawnAt ?? 0, locale))}</p>
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function keyName({ role, stationId }: KeyInfo, hall: HallState, organise: Text['organise']): string {
  const station = hall.stations.find(({ id }) => id === stationId);
  return role === 'host' && station ? organise.hostOf(station.title) : organise.roles[role];
}
