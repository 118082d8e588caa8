/** Lets what came since the last visit glow for a moment when a board opens, and says how much it is. */

import type { NoteId } from '../../../shared/domain/ids.ts';
import type { BoardSurface } from './BoardSurface.ts';

export interface FreshParts {
  surface: BoardSurface;
  /** When this person last was here; null: never, and then nothing is newer than anything. */
  since: number | null;
  /** Whether the board itself is here (a copy of the last visit has nothing newer), and it is known what is one's own. */
  ready(): boolean;
  wrote(note: NoteId): boolean;
  /** So many came. */
  say(count: number): void;
}

const GLOW_MS = 6_000;
const LOOK_MS = 300;

/** @returns what stops it */
export function glowFresh({ surface, since, ready, wrote, say }: FreshParts): () => void {
  let fresh: NoteId[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const dim = () => {
    for (const id of fresh) surface.notes.mark(id, 'fresh', false);
    fresh = [];
  };
  let wasReady = false;
  const look = () => {
    // Once more when it is: the board is drawn in the frame after it has come.
    if (!wasReady) {
      wasReady = ready();
      timer = setTimeout(look, LOOK_MS);
      return;
    }
    const notes = [...surface.model.view.notes.values()];
    fresh = notes.filter(({ note }) => note.at > since! && !wrote(note.id)).map(({ note }) => note.id);
    if (fresh.length === 0) return;
    for (const id of fresh) surface.notes.mark(id, 'fresh', true);
    say(fresh.length);
    timer = setTimeout(dim, GLOW_MS);
  };
  if (since !== null) look();
  return () => {
    clearTimeout(timer);
    dim();
  };
}
