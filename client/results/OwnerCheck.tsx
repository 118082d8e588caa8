/** One check: how the measure goes, in a word and, if wanted, a few more. */

import { useId, useState } from 'react';
import { MEASURE_STATUSES, type MeasureStatus } from '../../shared/domain/hall.ts';
import { type Check, STATUS_SAID_MAX, type ToldStatus } from '../../shared/domain/results.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { announce } from '../state/announcer.ts';
import { tellStatus } from '../sync/results.ts';
import { useLocale, useText } from '../text/index.ts';
import { dayNamed, dayOf } from './days.ts';
import styles from './results.module.css';

interface Props {
  /** The owner's key. */
  address: string;
  check: Check;
  day: string | null;
  told: ToldStatus | undefined;
  onTold: (statuses: ToldStatus[]) => void;
}

export function OwnerCheck({ address, check, day, told, onTold }: Props) {
  const { page, faults } = useText();
  const words = page.owner;
  const locale = useLocale();
  const id = useId();
  const [status, setStatus] = useState<MeasureStatus | null>(told?.status ?? null);
  const [said, setSaid] = useState(told?.said ?? '');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  const save = async (event: React.FormEvent) => {
    event.preventDefault();
    if (!status) return;
    setBusy(true);
    const outcome = await tellStatus(address, { check, status, said });
    setBusy(false);
    setFault(outcome.ok ? null : `${words.failed} ${faults[outcome.error.code] ?? faults.unknown}`);
    if (!outcome.ok) return;
    announce(words.savedNow);
    onTold(outcome.data.statuses);
  };

  return (
    <form className={`card ${styles.check}`} onSubmit={(event) => void save(event)}>
      <fieldset className={styles.choices}>
        <legend className={styles.checkTitle}>{page.plan.after(check)}</legend>
        {day && <p className="hint">{words.due(dayNamed(day, locale))}</p>}
        {MEASURE_STATUSES.map((one) => (
          <label key={one} className={styles.choice}>
            <input
              type="radio"
              name={id}
              checked={status === one}
              onChange={() => setStatus(one)}
              value={one}
            />
            {page.plan.statuses[one]}
          </label>
        ))}
      </fieldset>
      <div>
        <label className="label" htmlFor={`${id}s`}>
          {words.said}
        </label>
        <textarea
          id={`${id}s`}
          className="input"
          rows={2}
          maxLength={STATUS_SAID_MAX}
          value={said}
          onChange={(event) => setSaid(event.target.value)}
        />
      </div>
      <FaultLine text={fault} />
      <div className="row">
        <button type="submit" className="button primary" disabled={busy || !status}>
          {words.save(check)}
        </button>
        {told && <span className="hint">{words.saved(dayOf(told.at, locale))}</span>}
      </div>
    </form>
  );
}
