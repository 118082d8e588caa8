/** What is looked for on a board, and which notes it is: plain functions on plain notes. */

import type { NoteView } from '../../../shared/board/boardDoc.ts';
import type { BoardView } from '../../../shared/board/boardView.ts';
import type { Level } from '../../../shared/domain/hall.ts';
import type { NoteId } from '../../../shared/domain/ids.ts';

/** All that is asked for must fit; a list that is empty, or a null, asks for nothing. */
export interface FindWish {
  text: string;
  rounds: readonly number[];
  level: Level | null;
  mine: boolean;
  /** Came since this person last was here. */
  fresh: boolean;
}

export const EVERYTHING: FindWish = { text: '', rounds: [], level: null, mine: false, fresh: false };

/** Notes that fit, in the order in which one reads; and which of them the camera last went to. */
export interface Found {
  notes: readonly NoteId[];
  /** -1: to none yet. */
  at: number;
}

export const NOTHING_FOUND: Found = { notes: [], at: -1 };

export interface FindSource {
  view: BoardView;
  isMine(note: NoteId): boolean;
  isFresh(note: NoteId): boolean;
  /** A note's text by `foldText`; whoever searches often keeps it. */
  folded(note: NoteView): string;
}

/** Whether the wish narrows anything. */
export function asksForAnything({ text, rounds, level, mine, fresh }: FindWish): boolean {
  return foldText(text) !== '' || rounds.length > 0 || level !== null || mine || fresh;
}

/** The notes that fit, in the order in which one reads. */
export function findNotes(wish: FindWish, { view, isMine, isFresh, folded }: FindSource): NoteId[] {
  const words = foldText(wish.text).split(' ').filter(Boolean);
  const fitting = [...view.notes.values()].filter(({ note }) => {
    if (wish.rounds.length > 0 && !wish.rounds.includes(note.round)) return false;
    if (wish.level && note.level !== wish.level) return false;
    if (wish.mine && !isMine(note.id)) return false;
    if (wish.fresh && !isFresh(note.id)) return false;
    if (words.length === 0) return true;
    const text = folded(note);
    return words.every((word) => text.includes(word));
  });
  return fitting
    .sort(
      (a, b) =>
        Math.round(a.y / LINE) - Math.round(b.y / LINE) || a.x - b.x || (a.note.id < b.note.id ? -1 : 1),
    )
    .map(({ note }) => note.id);
}

/** Notes whose corners are within this height are read as one line. */
const LINE = 100;

/**
 * Text as it is compared: small letters without accents, and single spaces. The letters æ, ø and å are letters of
 * their own and stay; é is an e with an accent.
 */
export function foldText(text: string): string {
  return text
    .toLocaleLowerCase('nb')
    .normalize('NFD')
    .replaceAll('a\u030a', 'å')
    .replace(/\p{M}+/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
