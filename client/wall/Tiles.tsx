/** A tile for each group: its title, how many notes it has, and the two that came last. */

import { useEffect, useMemo } from 'react';
import type { ClusterId } from '../../shared/domain/ids.ts';
import type { Round } from '../../shared/domain/round.ts';
import { WallNotes } from '../parts/WallNotes.tsx';
import { useText } from '../text/index.ts';
import styles from './Tiles.module.css';
import { usePages } from './usePages.ts';
import type { WallBoard } from './WallBoard.ts';
import type { WallNote, WallThings } from './wallLayout.ts';

interface Props {
  things: WallThings;
  rounds: readonly Round[];
  board: WallBoard;
  onPage: (page: number, pages: number) => void;
}

interface Tile {
  id: ClusterId | 'loose';
  title: string;
  notes: readonly WallNote[];
}

/** Tiles on a screen, with columns and rows for as many as there are. */
const TILES_MAX = 6;
const NOTES_SHOWN = 2;

export function Tiles({ things, rounds, board, onPage }: Props) {
  const { walls } = useText();
  const pages = useMemo(() => tilePages(things, walls.loose), [things, walls]);
  const page = usePages(pages, board.fresh);
  useEffect(() => onPage(page, pages.length), [onPage, page, pages.length]);
  const tiles = pages[page]?.tiles ?? [];
  // Pages are alike, so that a tile is as large on the last.
  const many = pages.length > 1 ? TILES_MAX : tiles.length;
  return (
    <div className={styles.tiles} data-many={many} key={page}>
      {tiles.map((tile) => (
        <TileBox key={tile.id} tile={tile} rounds={rounds} />
      ))}
    </div>
  );
}

function TileBox({ tile: { id, title, notes }, rounds }: { tile: Tile; rounds: readonly Round[] }) {
  const { walls, board } = useText();
  return (
    <section className={styles.tile} data-cluster-id={id === 'loose' ? undefined : id} data-tile="">
      <h2 className={styles.title} data-unnamed={title === '' || undefined}>
        {title || board.unnamedRead}
      </h2>
      <p className={styles.count}>{walls.notesIn(notes.length)}</p>
      <WallNotes notes={newestOf(notes)} rounds={rounds} />
    </section>
  );
}

const newestOf = (notes: readonly WallNote[]) =>
  [...notes].sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1)).slice(0, NOTES_SHOWN);

function tilePages({ groups, loose }: WallThings, looseTitle: string): { ids: string[]; tiles: Tile[] }[] {
  const all: Tile[] = [...groups];
  if (loose.length > 0) all.push({ id: 'loose', title: looseTitle, notes: loose });
  const pages: { ids: string[]; tiles: Tile[] }[] = [];
  for (let from = 0; from < all.length; from += TILES_MAX) {
    const tiles = all.slice(from, from + TILES_MAX);
    pages.push({ tiles, ids: tiles.flatMap(({ notes }) => notes.map(({ id }) => id)) });
  }
  return pages;
}
