/** On the desk: makes the wall's own arrangement the board's, with a way back. */

import LayoutDashboard from 'lucide-react/icons/layout-dashboard';
import type { StationId } from '../../shared/domain/ids.ts';
import { randomText } from '../../shared/domain/ids.ts';
import { showToast } from '../desk/toast.ts';
import { useDeed } from '../desk/useDeed.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { announce } from '../state/announcer.ts';
import { request } from '../sync/hallConnection.ts';
import { getText, useText } from '../text/index.ts';

export function AdoptWall({ station }: { station: StationId }) {
  const { adopt: words } = useText().help;
  const { fault, busy, act } = useDeed();
  const adopt = async () => {
    if (busy) return;
    const press = randomText(16);
    const done = await act('wall:adopt', { stationId: station, press }, words.failed);
    if (!done) return;
    if (done.moved === 0) return announce(words.already);
    showToast({
      text: words.done(done.moved),
      undo: async () => {
        const outcome = await request('group:undo', { stationId: station, press });
        const { help, faults } = getText();
        return outcome.ok
          ? { done: true, said: outcome.data.whole ? help.undone : help.undonePartly }
          : { done: false, said: `${help.notUndone} ${faults[outcome.error.code] ?? faults.unknown}` };
      },
    });
  };
  return (
    <div className="stack">
      <button type="button" className="button" aria-disabled={busy} onClick={() => void adopt()}>
        <LayoutDashboard size={18} aria-hidden="true" />
        {words.button}
      </button>
      <p className="hint">{words.lead}</p>
      <FaultLine text={fault} />
    </div>
  );
}
