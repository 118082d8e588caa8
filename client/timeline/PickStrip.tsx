/** Says what the next press is for, and lets one out of it. */

import type { NoteId } from '../../shared/domain/ids.ts';
import { useText } from '../text/index.ts';
import styles from './PickStrip.module.css';
import type { TimelineShow } from './timelineShow.ts';
import { shortText, type ThingId } from './useTimeline.ts';

export function PickStrip({ show, id }: { show: TimelineShow; id: ThingId }) {
  const { pick } = useText().years;
  const note = show.board.surface.model.notes.get(id as NoteId);
  const measure = show.plan.measures.find((one) => one.id === id);
  return (
    <div className={styles.strip}>
      <p role="status">
        <strong>{pick.ask}</strong> <q dir="auto">{note ? shortText(note) : measure?.title}</q>
      </p>
      <button type="button" className="button" onClick={() => show.deeds.close()}>
        {pick.cancel}
      </button>
    </div>
  );
}
