/** What of a thread hangs at a station stands out on that station's board: the note, or all notes of the group. */

import type { NoteView } from '../../shared/board/boardDoc.ts';
import type { HallId } from '../../shared/domain/ids.ts';
import { lightNotes } from '../state/litNotes.ts';
import { call } from '../sync/session.ts';
import type { ThreadItem } from './threadStore.ts';

export async function lightThing(
  hall: HallId,
  { stationId: station, note, cluster, title }: ThreadItem,
): Promise<void> {
  if (note) return lightNotes({ station, notes: [note], title });
  const board = await call<{ notes: NoteView[] }>('GET', `/api/halls/${hall}/stations/${station}/notes`);
  // Without an answer the board is there all the same.
  if (!board.ok) return;
  const notes = board.data.notes.filter((one) => one.cluster === cluster).map(({ id }) => id);
  if (notes.length > 0) lightNotes({ station, notes, title });
}
