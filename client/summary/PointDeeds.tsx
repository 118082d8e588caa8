/** What can be done with a point: seen on the board, lit on the wall, made a measure. */

import Lightbulb from 'lucide-react/icons/lightbulb';
import LightbulbOff from 'lucide-react/icons/lightbulb-off';
import ListChecks from 'lucide-react/icons/list-checks';
import ScanEye from 'lucide-react/icons/scan-eye';
import type { NoteId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import { may } from '../../shared/domain/permission.ts';
import { MEASURE_TITLE_MAX, type PointView } from '../../shared/plan/planDoc.ts';
import type { HallState, StationState } from '../../shared/protocol/hallEvents.ts';
import { type Deeds, useDeed } from '../desk/useDeed.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { Link } from '../parts/Link.tsx';
import { announce } from '../state/announcer.ts';
import { useHallStore } from '../state/hallStore.ts';
import { lightNotes } from '../state/litNotes.ts';
import type { Plan } from '../state/planStore.ts';
import { useText } from '../text/index.ts';

interface Props {
  hall: HallState;
  point: PointView;
  plan: Plan;
  /** Where the notes hang; absent for a point of the hall. */
  at?: { station: StationState; notes: readonly NoteId[] } | undefined;
}

/** As many as a wall's order takes. */
const LIT_MAX = 500;

export function PointDeeds({ hall, point, plan, at }: Props) {
  const words = useText().plan.summary;
  const you = useHallStore((store) => store.you);
  const deed = useDeed();
  const { station, notes = [] } = at ?? {};
  const made = plan.measures.filter(({ sources }) => sources.includes(point.id)).length;
  const title = point.title || words.unnamed;
  const pull = async () => {
    const asked = { title: title.slice(0, MEASURE_TITLE_MAX), sources: [point.id] };
    if (await deed.press('measure:pull', point.id, asked, words.measureFailed)) announce(words.measureMade);
  };
  return (
    <>
      {station && notes.length > 0 && (
        <Link
          className="button"
          // The lanes of a timeline show no light; its list does.
          to={(station.kind === 'timeline' ? paths.outline : paths.board)(hall.id, station.id)}
          onClick={() => lightNotes({ station: station.id, notes, title: point.title })}
        >
          <ScanEye size={18} aria-hidden="true" />
          {words.onBoard}
        </Link>
      )}
      {station &&
        notes.length > 0 &&
        you &&
        may(you, 'station:host', station.id) &&
        hall.endedAt === null && <WallLight station={station} notes={notes} deed={deed} />}
      {plan.mayWrite() && (
        <button type="button" className="button" onClick={() => void pull()}>
          <ListChecks size={18} aria-hidden="true" />
          {words.measure}
        </button>
      )}
      {made > 0 && (
        <Link className="button quiet" to={paths.plan(hall.id)}>
          {words.measures(made)}
        </Link>
      )}
      <FaultLine text={deed.fault} />
    </>
  );
}

interface LightProps {
  station: StationState;
  notes: readonly NoteId[];
  deed: Deeds;
}

/** Lights these notes on the station's wall, or puts them out again. */
function WallLight({ station, notes, deed }: LightProps) {
  const words = useText().plan.summary;
  const { id: stationId, wall } = station;
  const lit = new Set(wall.lit);
  const on = lit.size > 0 && lit.size === Math.min(notes.length, LIT_MAX) && notes.some((id) => lit.has(id));
  const order = async () => {
    const covered = wall.show === 'qr' || wall.show === 'blank';
    const wanted = on
      ? { stationId, lit: [] }
      : // A wall that shows nothing, or one thing alone, would not show them.
        {
          stationId,
          lit: notes.slice(0, LIT_MAX),
          spotlight: null,
          ...(covered && { show: 'auto' as const }),
        };
    const done = await deed.act('wall:order', wanted, words.wallFailed);
    if (done) announce(on ? words.wallOff : words.wallOn);
  };
  return (
    <button type="button" className="button" data-lit={on || undefined} onClick={() => void order()}>
      {on ? <LightbulbOff size={18} aria-hidden="true" /> : <Lightbulb size={18} aria-hidden="true" />}
      {on ? words.offWall : words.onWall}
    </button>
  );
}
