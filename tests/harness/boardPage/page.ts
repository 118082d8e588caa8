/** A board alone on a page, with a document of its own: for tests of how it is drawn. */

import '../../../client/style/base.css';
import './page.css';
import * as Y from 'yjs';
import { targetAt } from '../../../client/board/hand/underPointer.ts';
import { BoardSurface } from '../../../client/board/surface/BoardSurface.ts';
import { metaOf } from '../../../shared/board/boardDoc.ts';
import { addNote, move, removeNotes } from '../../../shared/board/boardOps.ts';
import { defaultRounds } from '../../../shared/domain/round.ts';

const surface = new BoardSurface(document.getElementById('board')!, {
  unnamed: 'Uten navn',
  level: { local: 'Lokalt', national: 'Nasjonalt' },
});
const doc = new Y.Doc();
const meta: Record<string, unknown> = {
  v: 1,
  title: 'Prøve',
  kind: 'wall',
  rounds: defaultRounds('nb'),
  round: 4,
  levels: true,
  frozen: false,
};
doc.transact(() => {
  for (const [key, value] of Object.entries(meta)) metaOf(doc).set(key, value as never);
});
surface.viewport.stopFraming();
surface.bind(doc);

/** Frames that the page has asked for since it was opened. */
let frames = 0;
const request = window.requestAnimationFrame.bind(window);
window.requestAnimationFrame = (callback) => {
  frames++;
  return request(callback);
};

const page = {
  surface,
  doc,
  addNote,
  move,
  removeNotes,
  targetAt,
  frames: () => frames,
  /** A frame that is not counted. */
  nextFrame: () => new Promise<void>((resolve) => request(() => resolve())),
};
export type BoardPage = typeof page;
Object.assign(window, { page });
