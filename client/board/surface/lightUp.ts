/** Lights some notes of a board up and dims the others, and follows what comes and goes meanwhile. */

import { NOTE_SIZE } from '../../../shared/board/boardView.ts';
import type { ClusterId, NoteId } from '../../../shared/domain/ids.ts';
import { putOutNotes } from '../../state/litNotes.ts';
import type { OpenBoard } from '../openBoard.ts';
import { lookAt } from './lookAt.ts';

/** World units of air around what is lit, when the camera goes there. */
const AROUND = NOTE_SIZE / 2;

/**
 * @param told which of them hang, in reading order, when that is known and each time it changes
 * @returns what puts them out
 */
export function lightUp(
  board: OpenBoard,
  notes: readonly NoteId[],
  told: (there: readonly NoteId[]) => void,
): () => void {
  const { surface, finder, store, folds } = board;
  const { model } = surface;
  const wanted = new Set(notes);
  const dimmed = new Set<string>();
  let before = '';
  let shown = false;
  // One search at a time has the light.
  finder.close();

  const look = () => {
    const { notes: placed, clusters } = model.view;
    if (placed.size === 0) return;
    const groups = new Set<ClusterId>();
    for (const [id, { cluster }] of placed) {
      const lit = wanted.has(id);
      if (lit && cluster) groups.add(cluster);
      surface.notes.mark(id, 'lit', lit);
      surface.notes.mark(id, 'dimmed', !lit);
      dimmed.add(id);
    }
    for (const id of clusters.keys()) {
      surface.clusters.mark(id, 'dimmed', !groups.has(id));
      dimmed.add(id);
    }
    const there = [...wanted].filter((id) => placed.has(id)).sort(byPlace(placed));
    if (there.join() !== before || !shown) {
      before = there.join();
      told(there);
    }
    if (shown) return;
    shown = true;
    for (const cluster of groups) if (folds.has(cluster)) folds.set(cluster, false);
    // A group that was folded is laid out in the next frame; only then it is known where its notes hang.
    requestAnimationFrame(() => requestAnimationFrame(() => lookAt(surface, there, AROUND)));
  };
  surface.onFlush.add(look);
  look();
  const stopFinding = store.subscribe((now, was) => {
    if (now.finding && !was.finding) putOutNotes();
  });
  return () => {
    stopFinding();
    surface.onFlush.delete(look);
    for (const id of dimmed) {
      if (id.startsWith('c_')) surface.clusters.mark(id as ClusterId, 'dimmed', false);
      else {
        surface.notes.mark(id as NoteId, 'lit', false);
        surface.notes.mark(id as NoteId, 'dimmed', false);
      }
    }
  };
}

/** Takes the camera, or the list, to one of them. */
export function goToLit({ surface, store }: OpenBoard, id: NoteId, outline: boolean): void {
  if (outline) {
    const row = document.querySelector<HTMLElement>(`[data-row="${id}"]`);
    row?.scrollIntoView({ block: 'center' });
    row?.querySelector('button')?.focus({ preventScroll: true });
    return;
  }
  store.setState({ focused: id });
  lookAt(surface, [id], AROUND);
}

const LINE = 100;

/** Those within this height are read as one line. */
const byPlace =
  (placed: ReadonlyMap<NoteId, { x: number; y: number }>) =>
  (a: NoteId, b: NoteId): number => {
    const [one, other] = [placed.get(a)!, placed.get(b)!];
    return Math.round(one.y / LINE) - Math.round(other.y / LINE) || one.x - other.x || (a < b ? -1 : 1);
  };
