/** The plan's three looks at the same measures, with what is written, suggested and opened around them. */

import Maximize from 'lucide-react/icons/maximize';
import Sparkles from 'lucide-react/icons/sparkles';
import { useEffect, useState } from 'react';
import type { MeasureId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import type { HallState } from '../../shared/protocol/hallEvents.ts';
import { Choice } from '../parts/Choice.tsx';
import { Link } from '../parts/Link.tsx';
import { RoomHead } from '../parts/RoomHead.tsx';
import { UndoBar } from '../parts/UndoBar.tsx';
import { LastPlan } from '../past/LastPlan.tsx';
import { announce } from '../state/announcer.ts';
import { useHallStore } from '../state/hallStore.ts';
import type { Plan } from '../state/planStore.ts';
import { PlanStanding } from '../summary/PlanStanding.tsx';
import { getText, useText } from '../text/index.ts';
import { Days } from './Days.tsx';
import { MeasureForm } from './MeasureForm.tsx';
import { MeasureSheet } from './MeasureSheet.tsx';
import { NewMeasure } from './NewMeasure.tsx';
import { Order } from './Order.tsx';
import { Picture } from './Picture.tsx';
import styles from './PlanRoom.module.css';
import { Projected } from './Projected.tsx';
import { Proposals } from './Proposals.tsx';
import { proposeFor } from './proposing.ts';
import { usePlanHands } from './usePlanHands.ts';

const LOOKS = ['picture', 'order', 'days'] as const;
type Look = (typeof LOOKS)[number];

export function PlanRoom({ hall, plan }: { hall: HallState; plan: Plan }) {
  const words = useText().plan.actions;
  const { form } = words;
  const [look, setLook] = useState<Look>('picture');
  const [opened, setOpened] = useState<MeasureId | null>(null);
  const wall = useHallStore(({ you }) => you?.role === 'wall');
  const [big, setBig] = useState(false);
  const hands = usePlanHands(plan);
  const { measures } = plan;
  const here = plan.doc !== null && plan.state !== 'opening';
  const at = measures.findIndex(({ id }) => id === opened);
  const open = measures[at];
  const shown = { measures, hands, onOpen: setOpened };
  const timelines = hall.stations.filter(({ kind }) => kind === 'timeline');

  // Somebody else took it away while it was open.
  const gone = opened !== null && here && !open;
  useEffect(() => {
    if (!gone) return;
    setOpened(null);
    announce(getText().plan.actions.form.removedByOther);
  }, [gone]);

  return (
    <div className={styles.room}>
      <RoomHead kind={words.kind} name={words.title(hall.title)} title={hall.title}>
        <Link to={paths.hallSummary(hall.id)}>{words.toSummary}</Link>
        {timelines.map(({ id, title }) => (
          <Link key={id} to={paths.board(hall.id, id)}>
            {words.toTimeline(title)}
          </Link>
        ))}
      </RoomHead>
      <PlanStanding plan={plan} writes={hands !== null} refusedWith={refusedWith} />
      {!here && <p role="status">{words.connecting}</p>}
      {here && (
        <>
          {hands ? <NewMeasure hands={hands} /> : <p className="hint">{words.readOnly}</p>}
          <div className={styles.looks}>
            <Choice<Look>
              legend={words.look}
              quiet
              value={look}
              onChoose={setLook}
              options={LOOKS.map((value) => ({ value, label: words.looks[value] }))}
            />
            {hands && (
              <button type="button" className="button quiet" onClick={() => proposeFor(null)}>
                <Sparkles size={18} aria-hidden="true" />
                {words.propose.open}
              </button>
            )}
            <button type="button" className={`button quiet ${styles.wide}`} onClick={() => setBig(true)}>
              <Maximize size={18} aria-hidden="true" />
              {words.big}
            </button>
          </div>
          {measures.length === 0 && (
            <div className={styles.none}>
              <p>{words.none}</p>
              {hands && <p className="hint">{words.noneHint}</p>}
            </div>
          )}
          {look === 'picture' && <Picture {...shown} />}
          {look === 'order' && <Order {...shown} />}
          {look === 'days' && <Days {...shown} />}
        </>
      )}
      <LastPlan hall={hall} />
      {hands && (
        <UndoBar
          words={form}
          label={`${form.undo}, ${form.redo}`}
          canUndo={plan.canUndo}
          canRedo={plan.canRedo}
          onUndo={plan.undo}
          onRedo={plan.redo}
        />
      )}
      {hands && <Proposals plan={plan} hands={hands} />}
      {open && hands && (
        <MeasureForm
          key={open.id}
          measure={open}
          hands={hands}
          plan={plan}
          next={measures[at + 1]?.id ?? null}
          onNext={setOpened}
          onClose={() => setOpened(null)}
        />
      )}
      {open && !hands && <MeasureSheet measure={open} plan={plan} onClose={() => setOpened(null)} />}
      {here && (big || wall) && (
        <Projected
          hallTitle={hall.title}
          measures={measures}
          onClose={wall ? undefined : () => setBig(false)}
        />
      )}
    </div>
  );
}

/** Why the server would not have a change, in words. */
function refusedWith(code: string): string {
  const { refusals, refused } = getText().plan.actions;
  return refusals[code as keyof typeof refusals] ?? refused;
}
