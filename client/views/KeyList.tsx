/** All keys of the hall as the server has them, each to be withdrawn. */

import { useCallback, useEffect, useState } from 'react';
import type { Locale } from '../../shared/domain/hall.ts';
import type { HallState } from '../../shared/protocol/hallEvents.ts';
import type { KeyInfo } from '../../shared/protocol/rest.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { TwoStep } from '../parts/TwoStep.tsx';
import { announce } from '../state/announcer.ts';
import { dropKeyOf } from '../sync/keys.ts';
import { hallKeys } from '../sync/session.ts';
import { type Text, useLocale, useText } from '../text/index.ts';
import styles from './KeyList.module.css';

interface Props {
  hall: HallState;
  /** Another number asks for the list anew. */
  made: number;
  onWithdrawn: () => void;
}

export function KeyList({ hall, made, onWithdrawn }: Props) {
  const { organise, faults, act } = useText();
  const locale = useLocale();
  const [keys, setKeys] = useState<readonly KeyInfo[]>([]);
  const [fault, setFault] = useState<string | null>(null);
  const ask = useCallback(async () => {
    const outcome = await hallKeys(hall.id);
    if (outcome.ok) setKeys(outcome.data);
    setFault(outcome.ok ? null : `${organise.keysFailed} ${faults[outcome.error.code] ?? faults.unknown}`);
  }, [hall.id, organise, faults]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a key that was made, and people who came, change the list
  useEffect(() => void ask(), [ask, made, hall.people]);

  const withdraw = async (key: KeyInfo) => {
    const outcome = await dropKeyOf(hall.id, key, keys);
    if (outcome.ok) {
      announce(organise.withdrawn);
      onWithdrawn();
      return ask();
    }
    const { code } = outcome.error;
    const last = code === 'forbidden' && key.role === 'organiser';
    setFault(last ? organise.lastOrganiser : (faults[code] ?? faults.unknown));
  };

  const good = keys.filter((key) => key.withdrawnAt === undefined);
  const withdrawn = keys.filter((key) => key.withdrawnAt !== undefined);
  return (
    <section className="card stack">
      <h2>{organise.keysTitle}</h2>
      <p className={styles.soft}>{organise.keysHint}</p>
      <FaultLine text={fault} />
      {fault && (
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
    </section>
  );
}

function keyName({ role, stationId }: KeyInfo, hall: HallState, organise: Text['organise']): string {
  const station = hall.stations.find(({ id }) => id === stationId);
  return role === 'host' && station ? organise.hostOf(station.title) : organise.roles[role];
}

function moment(at: number, locale: Locale): string {
  const tag = locale === 'en' ? 'en-GB' : locale;
  return new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}
