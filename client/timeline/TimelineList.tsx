/** The timeline where there is no room for a year side by side: area by area, month by month, what lies without a place last. */

import SquarePen from 'lucide-react/icons/square-pen';
import { useId } from 'react';
import type { NoteView } from '../../shared/board/boardDoc.ts';
import { Count } from '../parts/Count.tsx';
import { NoteText } from '../parts/NoteText.tsx';
import paper from '../parts/paper.module.css';
import { roundName, roundPaint } from '../parts/roundPaint.ts';
import { useText } from '../text/index.ts';
import { MeasureRow } from './MeasureCard.tsx';
import { NotePanel } from './NotePanel.tsx';
import { PickStrip } from './PickStrip.tsx';
import { monthNames, slotWords, spanOf } from './slotWords.ts';
import styles from './TimelineList.module.css';
import { Undo } from './Tray.tsx';
import type { LaidLane } from './timelineModel.ts';
import { isNote, type Thing, type TimelineShow } from './timelineShow.ts';
import { type Cell, stopOf } from './useTimeline.ts';
import { WriteHere } from './WriteHere.tsx';

export function TimelineList({ show, question }: { show: TimelineShow; question: string }) {
  const { years } = useText();
  const { laid, now, deeds, rights } = show;
  const tray = laid.tray.filter(isNote);
  const picking = now.what === 'pick';
  return (
    <>
      <div className={styles.scroll}>
        <p className={styles.question}>{question}</p>
        {laid.lanes.map((lane) => (
          <Lane key={lane.lane.id} lane={lane} show={show} />
        ))}
        <section className={styles.lane} aria-labelledby="lane-tray">
          <h2 id="lane-tray" className={styles.title}>
            {years.tray.title} <Count shown={tray.length} said={years.notes(tray.length)} />
          </h2>
          <div className={styles.month}>
            {picking ? (
              <button type="button" className="button" data-stop="tray" onClick={() => deeds.press(null)}>
                {years.pick.putInTray}
              </button>
            ) : (
              rights.mayWrite && (
                <button
                  type="button"
                  className="button"
                  data-stop="tray"
                  onClick={() => deeds.open({ what: 'write', at: null })}
                >
                  <SquarePen size={18} aria-hidden="true" />
                  {years.write}
                </button>
              )
            )}
            {now.what === 'write' && now.at === null && <WriteHere show={show} at={null} />}
            <Notes notes={tray} show={show} />
          </div>
        </section>
      </div>
      {picking ? (
        <PickStrip show={show} id={now.id} />
      ) : (
        rights.mayWrite && (
          <div className={styles.tools}>
            <Undo show={show} />
          </div>
        )
      )}
    </>
  );
}

function Lane({ lane, show }: { lane: LaidLane<Thing>; show: TimelineShow }) {
  const { years } = useText();
  const { year, now, deeds, rights } = show;
  const { id, title } = lane.lane;
  const names = monthNames(years.months, year.year);
  const short = monthNames(years.short, year.year);
  const picking = now.what === 'pick';
  const writing = now.what === 'write' && now.at?.lane === id ? now.at : null;
  const months = names.flatMap((name, month) => {
    const begun = lane.items.filter(({ from }) => from === month).map(({ thing }) => thing);
    return begun.length > 0 ? [{ name, begun }] : [];
  });
  return (
    <section className={styles.lane} aria-labelledby={`lane-${id}`}>
      <h2 id={`lane-${id}`} className={styles.title} dir="auto">
        {title} <Count shown={lane.notes} said={years.notes(lane.notes)} />
      </h2>
      {(rights.mayWrite || lane.items.length > 0) && (
        <div className={styles.year}>
          {names.map((name, month) => {
            const at: Cell = { lane: id, month };
            return (
              <button
                key={name}
                type="button"
                className={styles.cell}
                data-stop={stopOf(at)}
                data-some={lane.counts[month]! > 0 || undefined}
                disabled={!rights.mayWrite}
                onClick={() => deeds.press(at)}
              >
                <span>{short[month]}</span>
                <span className={styles.count}>{lane.counts[month] || '·'}</span>
                <span className="sr-only">
                  {picking
                    ? years.pick.put(years.place(title, name))
                    : years.cell(title, name, lane.counts[month]!)}
                </span>
              </button>
            );
          })}
        </div>
      )}
      {writing && <WriteHere show={show} at={writing} />}
      {months.map(({ name, begun }) => (
        <div key={name} className={styles.month}>
          <h3 className={styles.name}>{name}</h3>
          <Notes notes={begun} show={show} />
        </div>
      ))}
    </section>
  );
}

function Notes({ notes, show }: { notes: readonly Thing[]; show: TimelineShow }) {
  if (notes.length === 0) return null;
  return (
    <ul className={styles.notes}>
      {notes.map((thing) =>
        isNote(thing) ? (
          <Note key={thing.id} note={thing} show={show} />
        ) : (
          <MeasureRow key={thing.id} measure={thing} show={show} />
        ),
      )}
    </ul>
  );
}

function Note({ note, show }: { note: NoteView; show: TimelineShow }) {
  const { years, round } = useText();
  const { rounds, year, now, deeds } = show;
  const open = (now.what === 'note' || now.what === 'edit') && now.id === note.id;
  const id = useId();
  const { style, band } = roundPaint(rounds, note.round);
  const { slot } = note;
  if (open) {
    return (
      <li>
        <div id={id} className={styles.open} data-stop={note.id} tabIndex={-1}>
          <NotePanel show={show} id={note.id} />
        </div>
      </li>
    );
  }
  return (
    <li>
      <button
        type="button"
        className={`${paper.paper} ${styles.note}`}
        style={style}
        data-stop={note.id}
        data-picked={(now.what === 'pick' && now.id === note.id) || undefined}
        onClick={() => deeds.toggle(note.id)}
      >
        <span className={band} aria-hidden="true" />
        <span className={styles.text}>
          <NoteText text={note.text} />
          <span className="sr-only">
            . {round.label(note.round, roundName(rounds, note.round))}. {slotWords(years, year, slot)}
          </span>
          <span className={styles.facts} aria-hidden="true">
            {[note.round, spanOf(years, year, slot)].filter(Boolean).join(' · ')}
          </span>
        </span>
      </button>
    </li>
  );
}
