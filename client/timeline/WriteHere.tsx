/** A new note, written where it shall lie. The field stays for the next one. */

import { NoteField } from '../outline/NoteField.tsx';
import paper from '../parts/paper.module.css';
import { roundPaint } from '../parts/roundPaint.ts';
import { draftKey } from '../state/boardDraft.ts';
import { useText } from '../text/index.ts';
import { laneTitle, spanWords } from './slotWords.ts';
import type { TimelineShow } from './timelineShow.ts';
import type { Cell } from './useTimeline.ts';
import styles from './WriteHere.module.css';

export function WriteHere({ show, at }: { show: TimelineShow; at: Cell }) {
  const { years } = useText();
  const { year, rounds, round, station, deeds } = show;
  const { style, band } = roundPaint(rounds, round);
  const place = at
    ? years.place(laneTitle(year.lanes, at.lane), spanWords(years, year.year, at.month, at.month))
    : years.tray.title;
  return (
    <div className={`${paper.paper} ${styles.sheet}`} style={style}>
      <span className={band} aria-hidden="true" />
      <div className={styles.field}>
        <NoteField
          draftKey={draftKey(station, 'new')}
          label={years.writeIn(place)}
          labelled
          submit={years.hang}
          focusKey="new"
          takesFocus
          onSave={(text) => deeds.write(text, at)}
          onCancel={deeds.close}
        />
      </div>
    </div>
  );
}
