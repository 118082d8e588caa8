/** The note that is chosen in a replay: where it hung at the time that is shown and where it hangs now, and the way back. */

import { useEffect, useId, useRef } from 'react';
import type { StationState } from '../../shared/protocol/hallEvents.ts';
import type { Replay } from '../../shared/protocol/past.ts';
import { NoteText } from '../parts/NoteText.tsx';
import { useText } from '../text/index.ts';
import { slotWords, yearOf } from '../timeline/slotWords.ts';
import styles from './Replay.module.css';
import { type Hung, hungAt } from './replayScene.ts';
import type { Restoring } from './useRestoring.ts';

interface Props {
  day: Replay;
  station: StationState;
  /** By its place in the replay's list. */
  index: number;
  frame: number;
  clock: string;
  /** Null: the hall is over, and nothing is set back. */
  restoring: Restoring | null;
  onClose: () => void;
}

export function ChosenNote({ day, station, index, frame, clock, restoring, onClose }: Props) {
  const { past, years } = useText();
  const words = past.restore.note;
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever chose it in the picture or in the list is taken to what can be done with it, and no further.
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.parentElement?.scrollIntoView({ block: 'nearest' });
  }, []);
  const { id: note, text } = day.notes[index]!;
  const { done = null } = restoring ?? {};
  // What was set back from here is not in the replay, which was made before.
  const back = done && (done.note === null || done.note === note) ? done.at : null;
  const last = back === null ? -1 : day.frames.findIndex(({ at }) => at === back);
  const then = hungAt(day, frame, index);
  const now = hungAt(day, last < 0 ? day.frames.length - 1 : last, index);
  if (!then || !now) return null;

  const placeOf = ({ group, slot }: Hung) => {
    if (station.kind === 'timeline') return slotWords(years, yearOf(station), slot);
    if (group === undefined) return words.alone;
    return group ? words.inGroup(group) : words.inUnnamed;
  };
  const [before, present] = [placeOf(then), placeOf(now)];
  const lay = station.kind !== 'timeline' && then.group === undefined && now.group === undefined;
  const moved = lay && String(then.pos) !== String(now.pos);
  const same = before === present && !moved;
  return (
    <section className={styles.chosen} aria-labelledby={`${id}title`}>
      <h2 ref={heading} id={`${id}title`} tabIndex={-1}>
        {words.title}
      </h2>
      <p className={styles.words}>
        <NoteText text={text} />
      </p>
      {same ? (
        <p>{words.same}</p>
      ) : (
        <dl className={styles.places}>
          <dt>{words.at(clock)}</dt>
          <dd>{before}</dd>
          <dt>{words.now}</dt>
          <dd>{moved ? words.elsewhere : present}</dd>
        </dl>
      )}
      <p className="hint">{words.wordsNow}</p>
      <div className="row">
        {restoring && !same && (
          <button
            type="button"
            className="button primary"
            disabled={restoring.busy}
            onClick={() => void restoring.restore(day.frames[frame]!.at, clock, note)}
          >
            {words.button}
          </button>
        )}
        <button type="button" className="button" onClick={onClose}>
          {words.close}
        </button>
      </div>
    </section>
  );
}
