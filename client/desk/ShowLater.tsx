/** Write first, show later: the switch, how many wait, and the moment when all are shown. */

import { useId } from 'react';
import type { StationState } from '../../shared/protocol/hallEvents.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { TwoStep } from '../parts/TwoStep.tsx';
import { announce } from '../state/announcer.ts';
import { useDeskStore } from '../state/deskStore.ts';
import { useText } from '../text/index.ts';
import rules from './StationRules.module.css';
import { useDeed } from './useDeed.ts';

export function ShowLater({ station }: { station: StationState }) {
  const { host, desk } = useText();
  const { later } = host;
  const waiting = useDeskStore((store) => store.desk?.waiting.length ?? 0);
  const { fault, busy, act } = useDeed();
  const status = useId();
  const { hiding } = station.rules;
  const stationId = station.id;
  const set = async (on: boolean) => {
    const done = await act('station:rule', { stationId, hiding: on }, desk.rules.failed);
    if (done) announce(done.rules.hiding ? later.on : later.off);
  };
  const reveal = async () => {
    const done = await act('station:reveal', { stationId }, later.failed);
    if (done) announce(later.shown(done.shown));
  };
  return (
    <div className={rules.later}>
      <label className={rules.rule} aria-busy={busy}>
        <input
          type="checkbox"
          role="switch"
          checked={hiding}
          aria-checked={hiding}
          aria-describedby={status}
          onChange={(event) => void set(event.target.checked)}
        />
        <span>{later.label}</span>
      </label>
      <p id={status} className={rules.status} data-on={hiding || undefined}>
        {hiding ? later.on : later.off}
      </p>
      {waiting > 0 && (
        <div className={rules.waiting}>
          <p>{later.waiting(waiting)}</p>
          <TwoStep
            className="primary"
            label={later.show(waiting)}
            question={later.question(waiting)}
            confirm={later.confirm}
            onConfirm={() => void reveal()}
          />
        </div>
      )}
      <FaultLine text={fault} />
    </div>
  );
}
