/**
 * The timeline of a station: areas of responsibility down, months across, on the board's own open connection. Where
 * there is no room for a year side by side it is a list, area by area.
 */

import { useEffect, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { MeasureId, NoteId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import { slotIn } from '../../shared/domain/year.ts';
import type { HallState, StationState } from '../../shared/protocol/hallEvents.ts';
import { OverBoard } from '../board/controls/OverBoard.tsx';
import { useBoardChanges } from '../board/model/useBoardChanges.ts';
import type { OpenBoard } from '../board/openBoard.ts';
import { usePlan } from '../state/planStore.ts';
import { isShown } from '../sync/boardConnection.ts';
import { useText } from '../text/index.ts';
import { MeasurePanel } from './MeasurePanel.tsx';
import { NotePanel } from './NotePanel.tsx';
import { PickStrip } from './PickStrip.tsx';
import { yearOf } from './slotWords.ts';
import styles from './Timeline.module.css';
import { TimelineGrid } from './TimelineGrid.tsx';
import { TimelineList } from './TimelineList.tsx';
import { Tray } from './Tray.tsx';
import { layTimeline } from './timelineModel.ts';
import type { Thing, TimelineShow } from './timelineShow.ts';
import { useDragging } from './useDragging.ts';
import { useGridKeys } from './useGridKeys.ts';
import { useRights, useTimeline } from './useTimeline.ts';

interface Props {
  board: OpenBoard;
  hall: HallState;
  station: StationState;
  /** The host has paused writing for this person. */
  paused: boolean;
  isMine: (note: NoteId) => boolean;
  moderates: boolean;
  /** A touch wall: many hands at once, nothing is typed. */
  hands?: boolean;
}

/** Narrower than this, a month would be narrower than a word. The same width stands in the style sheets. */
const WIDE = '(min-width: 56rem)';

export function Timeline({ board, hall, station, paused, isMine, moderates, hands = false }: Props) {
  const { years, board: words } = useText();
  const state = useStore(board.connection.state);
  const shown = isShown(state);
  useBoardChanges(board.surface);
  const plan = usePlan(hall.id);
  const rights = useRights(board, state, station, { paused, isMine, moderates, plan });
  const { now, deeds } = useTimeline(board, station, plan);
  const year = yearOf(station);
  const laid = layTimeline<Thing>(year.lanes, [
    ...plan.measures.filter(({ slot }) => slotIn(slot, year.lanes)),
    ...board.surface.model.notes.values(),
  ]);
  const [opened, setOpened] = useState<ReadonlySet<string>>(NO_LANES);
  const wide = useWide() || hands;
  const show: TimelineShow = {
    board,
    rounds: hall.rounds,
    round: hall.round,
    station: station.id,
    year,
    laid,
    plan,
    planPath: paths.plan(hall.id),
    rights,
    now,
    deeds,
    hands,
    opened,
    fold: (lane, open) => {
      const next = new Set(opened);
      if (open) next.add(lane);
      else next.delete(lane);
      setOpened(next);
    },
  };
  const drag = useDragging(show);
  const keys = useGridKeys(show);

  // What was chosen or open on the free board belongs to it; what was being written is kept as a draft.
  useEffect(() => board.store.setState({ chosen: null, pick: null, focused: null, editing: null }), [board]);

  const bare = shown && year.lanes.length === 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of whatever in it has the focus
    <div
      ref={drag.root}
      className={styles.timeline}
      data-wide={wide || undefined}
      data-hands={hands || undefined}
      data-picking={now.what === 'pick' || undefined}
      onKeyDown={keys.press}
    >
      {!shown && <p className={styles.wait}>{words.state.connecting}</p>}
      {bare && <p className={styles.wait}>{years.noLanes}</p>}
      {wide ? (
        <>
          <TimelineGrid show={show} keys={keys} aims={drag.aims} />
          {now.what === 'note' || now.what === 'edit' ? (
            <div className={styles.panel}>
              {now.id.startsWith('m_') ? (
                <MeasurePanel show={show} id={now.id as MeasureId} />
              ) : (
                <NotePanel show={show} id={now.id as NoteId} />
              )}
            </div>
          ) : (
            now.what === 'pick' && <PickStrip show={show} id={now.id} />
          )}
          <Tray show={show} keys={keys} aims={drag.aims} question={station.question} />
        </>
      ) : (
        <TimelineList show={show} question={station.question} />
      )}
      <div className={styles.over}>
        <OverBoard board={board} hall={hall.id} mayWrite={rights.mayWrite && !hands} />
      </div>
    </div>
  );
}

const NO_LANES: ReadonlySet<string> = new Set();

function useWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = matchMedia(WIDE);
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => matchMedia(WIDE).matches,
  );
}
