/** The shape of a station's board (`shared/board/boardDoc.ts`), with the values that its fields may have. */

import { ROOT_NAMES, textOf } from '../../../shared/board/boardDoc.ts';
import { CLUSTER_ID, NOTE_ID, type NoteId } from '../../../shared/domain/ids.ts';
import { CLUSTER_TITLE_MAX, NOTE_HARD_MAX } from '../../../shared/domain/note.ts';
import { BoardDeeds } from './boardDeeds.ts';
import type { DocRules } from './rules.ts';
import type { Check } from './shape.ts';
import { isLevel, isNumber, isOrder, isSlot, isText } from './values.ts';

/** Farther out than this nobody drags; numbers beyond make layouts misbehave. */
const FAR = 1_000_000;

const isNear: Check = (value) => typeof value === 'number' && Math.abs(value) <= FAR;
const isPos: Check = (value) =>
  Array.isArray(value) && value.length === 2 && isNear(value[0]) && isNear(value[1]);
const isClusterId: Check = (value) => typeof value === 'string' && CLUSTER_ID.test(value);
const isRound: Check = (value) =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 99;

export const BOARD_SHAPE: DocRules = {
  name: 'board',
  roots: ROOT_NAMES,
  parts: {
    notes: {
      id: NOTE_ID,
      values: new Map([
        ['pos', isPos],
        ['round', isRound],
        ['at', isNumber],
        ['cluster', isClusterId],
        ['order', isOrder],
        ['level', isLevel],
        ['slot', isSlot],
      ]),
      texts: new Map([['text', NOTE_HARD_MAX]]),
      lines: new Set(),
      mayLack: new Set(['cluster', 'order', 'level', 'slot']),
    },
    clusters: {
      id: CLUSTER_ID,
      values: new Map([
        ['title', isText(CLUSTER_TITLE_MAX)],
        ['pos', isPos],
        ['into', isClusterId],
      ]),
      texts: new Map(),
      lines: new Set(['title']),
      mayLack: new Set(['into']),
    },
  },
  wholes: new Set(['notes']),
  things: 'note or cluster',
  write: 'board:write',
  // A note has one text.
  nameText: (id) => id,
  textNamed: (doc, name) => textOf(doc, name as NoteId),
  judge: (board, asker) => new BoardDeeds(board, asker),
};
