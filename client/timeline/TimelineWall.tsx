/**
 * The timeline on a wall: how much each lane has in each month and what the plan does there, large enough for the back
 * of the room; under it the newest notes in turn, with their months lit.
 */

import { Fragment, useCallback, useMemo, useState } from 'react';
import type { Round } from '../../shared/domain/round.ts';
import type { MeasureView } from '../../shared/plan/planDoc.ts';
import { useText } from '../text/index.ts';
import { Notes } from '../wall/Notes.tsx';
import { usePages } from '../wall/usePages.ts';
import type { WallBoard, WallContents } from '../wall/WallBoard.ts';
import { monthNames, type Year } from './slotWords.ts';
import styles from './TimelineWall.module.css';
import { layTimeline } from './timelineModel.ts';
import { WallBars } from './WallBars.tsx';
import { barRows, pagesOf } from './wallMeasures.ts';

interface Props {
  year: Year;
  things: WallContents;
  /** Of the plan; those without a place in these lanes are not shown. */
  measures: readonly MeasureView[];
  rounds: readonly Round[];
  board: WallBoard;
  onPage: (page: number, pages: number) => void;
}

/** Of the screen's height, in per cent. */
const TYPE = 3.6;
/** Rows of measures at a time: more would leave the notes no room, and turn. */
const BAR_ROWS = 5;

export function TimelineWall({ year, things, measures, rounds, board, onPage }: Props) {
  const { years } = useText();
  const all = useMemo(() => [...things.loose, ...things.groups.flatMap(({ notes }) => notes)], [things]);
  const laid = useMemo(() => layTimeline(year.lanes, all), [year.lanes, all]);
  // Groups are not shown here: their notes are notes like others.
  const loose = useMemo(
    () => ({ groups: [], loose: [...all].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)) }),
    [all],
  );
  const pages = useMemo(() => pagesOf(barRows(year.lanes, measures), BAR_ROWS), [year.lanes, measures]);
  const [fresh] = useState(() => new Set<string>());
  const bars = pages[usePages(pages, fresh)]?.rows ?? [];
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const turned = useCallback(
    (page: number, pages: number, notes: readonly string[]) => {
      setShown(new Set(notes));
      onPage(page, pages);
    },
    [onPage],
  );
  const names = monthNames(years.months, year.year);
  const short = monthNames(years.short, year.year);
  return (
    <div className={styles.wall}>
      <table className={styles.table} aria-label={years.wall.label}>
        <thead>
          <tr>
            <td className={styles.corner}>{laid.tray.length > 0 && years.wall.tray(laid.tray.length)}</td>
            {names.map((name, month) => (
              <th key={name} scope="col" className={styles.month} aria-label={name}>
                {short[month]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {laid.lanes.map(({ lane, items, counts }) => {
            const rows = bars.filter((row) => row.lane === lane.id);
            return (
              <Fragment key={lane.id}>
                <tr>
                  <th scope="row" rowSpan={1 + rows.length} className={styles.title} dir="auto">
                    <span>{lane.title}</span>
                  </th>
                  {counts.map((count, month) => (
                    <td
                      // biome-ignore lint/suspicious/noArrayIndexKey: the twelfth month is always the twelfth
                      key={month}
                      className={styles.cell}
                      data-many={count === 0 ? undefined : Math.min(3, Math.ceil(count / 3))}
                      data-lit={
                        items.some(
                          ({ thing, from, to }) => from <= month && month <= to && shown.has(thing.id),
                        ) || undefined
                      }
                    >
                      {count || ''}
                    </td>
                  ))}
                </tr>
                {rows.map((row) => (
                  <tr key={row.bars[0]!.measure.id} className={styles.bars}>
                    <WallBars row={row} year={year} />
                  </tr>
                ))}
              </Fragment>
            );
          })}
        </tbody>
      </table>
      <div className={styles.notes}>
        <Notes things={loose} rounds={rounds} board={board} pagedType={TYPE} onPage={turned} />
      </div>
    </div>
  );
}
