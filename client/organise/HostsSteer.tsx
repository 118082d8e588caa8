/** Whether hosts may start rounds, time and breaks. */

import type { HallState } from '../../shared/protocol/hallEvents.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { Switch } from '../parts/Switch.tsx';
import { announce } from '../state/announcer.ts';
import { useText } from '../text/index.ts';

import { useAsking } from './useAsking.ts';

export function HostsSteer({ hall }: { hall: HallState }) {
  const { time } = useText().run;
  const asking = useAsking();
  const statusOf = (on: boolean) => (on ? time.hostsSteerOn : time.hostsSteerOff);
  const set = async (hostsSteer: boolean) => {
    if (await asking.ask('hall:set', { hostsSteer }, time.failed)) announce(statusOf(hostsSteer));
  };
  return (
    <div>
      <Switch
        label={time.hostsSteer}
        on={hall.settings.hostsSteer}
        status={statusOf(hall.settings.hostsSteer)}
        busy={asking.busy}
        onSwitch={(on) => void set(on)}
      />
      <FaultLine text={asking.fault} />
    </div>
  );
}
