/** Write first, show later: the switch, how many wait, and the moment when all are shown. */

import type { StationState } from '../../shared/protocol/hallEvents.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { Switch } from '../parts/Switch.tsx';
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
      <Switch
        label={later.label}
        on={hiding}
        status={hiding ? later.on : later.off}
        busy={busy}
        onSwitch={(on) => void set(on)}
      />
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
