/** The notes of a wall at a size at which they can be read: all on one screen, or in pages that turn. */

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Round } from '../../shared/domain/round.ts';
import { useText } from '../text/index.ts';
import { usePages } from './usePages.ts';
import { useSheet } from './useSize.ts';
import type { WallBoard } from './WallBoard.ts';
import styles from './WallSheet.module.css';
import { WallSheet } from './WallSheet.ts';
import { layWall, PAGED_TYPE, typeFor, type WallLayout, type WallThings } from './wallLayout.ts';

interface Props {
  things: WallThings;
  rounds: readonly Round[];
  board: WallBoard;
  /** The type of pages, in hundredths of the height, where not all fits on one screen. */
  pagedType?: number;
  /** Told which page is shown of how many, and what hangs on it. */
  onPage?: (page: number, pages: number, notes: readonly string[]) => void;
}

export function Notes({ things, rounds, board, pagedType = PAGED_TYPE, onPage }: Props) {
  const { walls, board: words, count } = useText();
  const host = useRef<HTMLDivElement>(null);
  const [hung] = useState(() => new WallSheet());
  const sheet = useSheet(host);
  const before = useRef<{ type: number | null; layout: WallLayout | null }>({ type: null, layout: null });

  const layout = useMemo(() => {
    if (!sheet) return null;
    const type = typeFor(things, sheet, before.current.type);
    const laid = layWall(things, sheet, type ?? pagedType, before.current.layout);
    before.current = { type, layout: laid };
    return laid;
  }, [things, sheet, pagedType]);
  const pages = useMemo(() => idsByPage(layout), [layout]);
  const page = usePages(pages, board.fresh);

  useLayoutEffect(() => {
    const hold = hung.hold.bind(hung);
    host.current!.append(hung.element);
    board.onHeld.add(hold);
    return () => {
      board.onHeld.delete(hold);
      hung.element.remove();
    };
  }, [board, hung]);

  useLayoutEffect(() => {
    if (!layout) return;
    hung.show(layout, page, rounds, {
      unnamed: words.unnamedRead,
      count: count.number,
      level: words.level,
    });
  }, [hung, layout, page, rounds, words, count]);

  const ids = pages[page]?.ids;
  useEffect(() => onPage?.(page, pages.length, ids ?? NONE), [onPage, page, pages.length, ids]);
  return <section ref={host} className={styles.host} aria-label={walls.notes} />;
}

const NONE: readonly string[] = [];

function idsByPage(layout: WallLayout | null): { ids: string[] }[] {
  const pages = Array.from({ length: layout?.pages ?? 0 }, () => ({ ids: [] as string[] }));
  for (const { note, page } of layout?.cards.values() ?? []) pages[page]!.ids.push(note.id);
  return pages;
}
