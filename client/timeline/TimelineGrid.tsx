/** Lanes down and months across; titles and month heads stay in sight. */

import ChevronUp from 'lucide-react/icons/chevron-up';
import Plus from 'lucide-react/icons/plus';
import { Fragment } from 'react';
import { useText } from '../text/index.ts';
import { GridNote } from './GridNote.tsx';
import { MeasureCard } from './MeasureCard.tsx';
import { monthNames } from './slotWords.ts';
import styles from './TimelineGrid.module.css';
import { foldLane, type LaidLane } from './timelineModel.ts';
import { isNote, rowsShown, type Thing, type TimelineShow } from './timelineShow.ts';
import type { Aims } from './useDragging.ts';
import type { GridKeys } from './useGridKeys.ts';
import { stopOf } from './useTimeline.ts';
import { WriteHere } from './WriteHere.tsx';

interface Props {
  show: TimelineShow;
  keys: GridKeys;
  aims: Aims;
}

export function TimelineGrid({ show, keys, aims }: Props) {
  const { years } = useText();
  const { year, laid } = show;
  const names = monthNames(years.months, year.year);
  if (laid.lanes.length === 0) return <div className={styles.scroll} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={styles.scroll} aria-label={years.label} data-scroll="" tabIndex={0}>
      <p className="sr-only">{years.keysHint}</p>
      <div className={styles.grid}>
        <div className={styles.heads} aria-hidden="true">
          <div className={styles.corner} />
          {names.map((name) => (
            <div key={name} className={styles.month} data-month="">
              {name}
            </div>
          ))}
        </div>
        {laid.lanes.map((lane) => (
          <Lane key={lane.lane.id} lane={lane} show={show} keys={keys} aims={aims} names={names} />
        ))}
      </div>
    </section>
  );
}

interface LaneProps extends Props {
  lane: LaidLane<Thing>;
  names: readonly string[];
}

function Lane({ lane, show, keys, aims, names }: LaneProps) {
  const { years } = useText();
  const { now, deeds, rights, opened, fold, hands } = show;
  const { id, title } = lane.lane;
  const open = opened.has(id);
  const most = rowsShown(lane.rows, show.laid.lanes.length);
  const folded = foldLane(lane, open ? lane.rows : most);
  const writing = now.what === 'write' && now.at?.lane === id ? now.at : null;
  const picking = now.what === 'pick';
  const aimed = [...aims.values()].flatMap((aim) => (aim?.to === 'slot' ? [aim.slot] : []));
  if (keys.over) aimed.push(keys.over);
  const writes = rights.mayWrite && !hands;
  return (
    <section
      className={styles.lane}
      style={{ gridTemplateRows: `auto repeat(${Math.max(1, folded.rows)}, auto) 1fr` }}
      aria-labelledby={`lane-${id}`}
      data-lane={id}
    >
      <div className={styles.title}>
        <h2 id={`lane-${id}`} dir="auto">
          {title}
          <span className="sr-only"> ({years.notes(lane.notes)})</span>
        </h2>
        {open && lane.rows > most && (
          <button
            type="button"
            className={styles.fewer}
            aria-label={years.fewerLabel(title)}
            onClick={() => fold(id, false)}
          >
            <ChevronUp size={16} aria-hidden="true" />
            {years.fewer}
          </button>
        )}
      </div>
      {names.map((name, month) => {
        const at = { lane: id, month };
        const stop = stopOf(at);
        return (
          <Fragment key={name}>
            <button
              type="button"
              className={styles.cell}
              style={{ gridColumn: month + 2 }}
              data-stop={stop}
              tabIndex={keys.tabOf(stop)}
              aria-label={
                picking
                  ? years.pick.put(years.place(title, name))
                  : years.cell(title, name, lane.counts[month]!)
              }
              onFocus={() => keys.at(stop, month)}
              onClick={(event) => {
                // One press chooses the cell: a stray one must not open a note. Its «+», a key and a finger do.
                const finger = (event.nativeEvent as PointerEvent).pointerType === 'touch';
                const meant =
                  finger || event.detail === 0 || (event.target as Element).closest('[data-plus]');
                if (picking || (writes && meant)) deeds.press(at);
              }}
              onDoubleClick={() => writes && !picking && deeds.press(at)}
            >
              {writes && !picking && (
                <span
                  className={styles.plus}
                  data-plus=""
                  data-beside={folded.more[month]! > 0 || undefined}
                  aria-hidden="true"
                >
                  <Plus size={16} />
                </span>
              )}
            </button>
            {folded.shown.map(
              (item) =>
                item.from === month && (
                  <Lies
                    key={item.thing.id}
                    thing={item.thing}
                    place={{ gridColumn: `${item.from + 2} / ${item.to + 3}`, gridRow: item.row + 2 }}
                    show={show}
                    keys={keys}
                    month={month}
                    held={aims.has(item.thing.id)}
                  />
                ),
            )}
            {folded.more[month]! > 0 && (
              <button
                type="button"
                className={styles.more}
                style={{ gridColumn: month + 2, gridRow: folded.rows + 2 }}
                aria-label={years.moreLabel(folded.more[month]!, title, name)}
                tabIndex={keys.tabOf(`${stop} more`)}
                data-stop={`${stop} more`}
                onFocus={() => keys.at(`${stop} more`, month)}
                onClick={() => {
                  fold(id, true);
                  deeds.focusNext(stop);
                }}
              >
                {years.more(folded.more[month]!)}
              </button>
            )}
          </Fragment>
        );
      })}
      {aimed
        .filter(([lane]) => lane === id)
        .map((slot) => (
          <div
            key={slot.join()}
            className={styles.aim}
            style={{ gridColumn: `${slot[1] + 2} / ${slot[2] + 3}` }}
            aria-hidden="true"
          />
        ))}
      {writing && (
        <div className={styles.writing} style={{ gridColumn: `${Math.min(writing.month, 9) + 2} / span 3` }}>
          <WriteHere show={show} at={writing} />
        </div>
      )}
    </section>
  );
}

function Lies({ thing, ...rest }: Omit<Parameters<typeof GridNote>[0], 'note'> & { thing: Thing }) {
  return isNote(thing) ? <GridNote note={thing} {...rest} /> : <MeasureCard measure={thing} {...rest} />;
}
