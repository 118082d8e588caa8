/** The desk's part at a timeline: its areas of responsibility, and where its year begins. */

import { type FormEvent, useState } from 'react';
import type { StationState } from '../../shared/protocol/hallEvents.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { announce } from '../state/announcer.ts';
import { useText } from '../text/index.ts';
import { LaneFields } from '../timeline/LaneFields.tsx';
import { countByLane } from '../timeline/laneCounts.ts';
import { changedYear, namelessLane, type YearDraft } from '../timeline/laneDraft.ts';
import { yearOf } from '../timeline/slotWords.ts';
import type { DeskBoard } from './deskBoard.ts';
import { useDeed } from './useDeed.ts';

export function TimelinePart({ station, board }: { station: StationState; board: DeskBoard | null }) {
  const words = useText().years.lanes;
  const { fault, busy, act } = useDeed();
  const told = yearOf(station);
  /** What was typed, and what it was then; null: as the hall has it. */
  const [typed, setTyped] = useState<{ before: YearDraft; draft: YearDraft } | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const draft = typed?.draft ?? told;
  const changed = typed && changedYear(typed.before, typed.draft);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const nameless = namelessLane(draft.lanes);
    setWrong(nameless === null ? null : words.noTitle(nameless));
    if (nameless !== null || !changed || busy) return;
    if (!(await act('station:edit', { stationId: station.id, ...changed }, words.failed))) return;
    setTyped(null);
    announce(words.saved);
  };
  return (
    <form className="card stack" aria-label={words.title} onSubmit={(event) => void save(event)} noValidate>
      <h3>{words.title}</h3>
      <p className="hint">{words.lead}</p>
      <LaneFields
        draft={draft}
        onDraft={(next) => setTyped({ before: typed?.before ?? told, draft: next })}
        saved={told.year}
        counts={board && countByLane(board.notes)}
      />
      <FaultLine text={wrong ?? fault} />
      <div className="row">
        <button type="submit" className="button primary" disabled={!changed || busy}>
          {words.save}
        </button>
        {changed && (
          <button type="button" className="button" onClick={() => setTyped(null)}>
            {words.discard}
          </button>
        )}
        <p className="hint">{changed && words.unsaved}</p>
      </div>
    </form>
  );
}
