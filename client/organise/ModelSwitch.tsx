/** Whether the server's language model may read this hall's notes: what leaves, and where it goes, in plain words. */

import type { HallState } from '../../shared/protocol/hallEvents.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { Switch } from '../parts/Switch.tsx';
import { announce } from '../state/announcer.ts';
import { useText } from '../text/index.ts';
import { useAsking } from './useAsking.ts';

export function ModelSwitch({ hall }: { hall: HallState }) {
  const { model: words } = useText().run;
  const asking = useAsking();
  if (!hall.model) return null;
  const { name, remote } = hall.model;
  const statusOf = (on: boolean) => (on ? words.on : words.off);
  const set = async (model: boolean) => {
    if (await asking.ask('hall:set', { model }, words.failed)) announce(statusOf(model));
  };
  return (
    <>
      <p>{words.lead}</p>
      <p>{remote ? words.remote(name) : words.near(name)}</p>
      <p>{words.leaves}</p>
      <div>
        <Switch
          label={words.label}
          on={hall.settings.model}
          status={statusOf(hall.settings.model)}
          busy={asking.busy}
          onSwitch={(on) => void set(on)}
        />
        <FaultLine text={asking.fault} />
      </div>
    </>
  );
}
