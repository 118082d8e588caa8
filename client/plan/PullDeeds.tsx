/** «Lag tiltak» in the menu of a note or a group, for those who write the plan: one press, and the link is kept. */

import ListChecks from 'lucide-react/icons/list-checks';
import Sparkles from 'lucide-react/icons/sparkles';
import type { ClusterId, NoteId, StationId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import { may } from '../../shared/domain/permission.ts';
import { MEASURE_TITLE_MAX } from '../../shared/plan/planDoc.ts';
import { sourceOf } from '../../shared/plan/source.ts';
import { Presses } from '../desk/presses.ts';
import { Link } from '../parts/Link.tsx';
import { closedTo, useHallStore } from '../state/hallStore.ts';
import { titleOf } from '../summary/pointDeeds.ts';
import { request } from '../sync/hallConnection.ts';
import { getText, useText } from '../text/index.ts';
import { proposeFor } from './proposing.ts';
import { tellPulled } from './pulled.ts';

interface Props {
  station: StationId;
  things: readonly (NoteId | ClusterId)[];
  /** What stands on it, asked when it is pressed. */
  wordsOf: () => string;
  className?: string;
  /** Measures can be suggested for it, too. */
  proposes?: boolean;
  /** Said by the button itself, where several alike stand on a page. */
  named?: boolean;
}

const presses = new Presses();

export function PullDeeds({ station, things, wordsOf, className = 'button', proposes, named }: Props) {
  const words = useText().plan.actions.pull;
  const hall = useHallStore((store) => store.hall);
  const you = useHallStore((store) => store.you);
  if (!hall || !you || !may(you, 'plan:write') || closedTo(hall, you)) return null;
  const sources = things.map((thing) => sourceOf(station, thing));
  const title = () => titleOf(wordsOf()).slice(0, MEASURE_TITLE_MAX) || getText().plan.actions.unnamed;
  const pull = async () => {
    const name = title();
    const key = sources.join();
    const press = presses.of(key);
    const outcome = await request('measure:pull', { press, title: name, sources });
    const { plan, faults } = getText();
    if (outcome.ok) {
      return tellPulled({ hall: hall.id, id: outcome.data.id, text: plan.actions.pull.made(name) });
    }
    presses.doubted(key, press);
    const { code } = outcome.error;
    const why = code === 'plan_full' ? plan.actions.add.full : faults[code];
    tellPulled({ hall: hall.id, id: null, text: `${plan.actions.pull.failed} ${why ?? faults.unknown}` });
  };
  return (
    <>
      <button
        type="button"
        className={className}
        {...(named && { 'aria-label': words.of(wordsOf()) })}
        onClick={() => void pull()}
      >
        <ListChecks size={18} aria-hidden="true" />
        {words.label}
      </button>
      {proposes && (
        <Link
          className={className}
          to={paths.plan(hall.id)}
          onClick={() => proposeFor({ sources, title: title() })}
        >
          <Sparkles size={18} aria-hidden="true" />
          {words.propose}
        </Link>
      )}
    </>
  );
}
