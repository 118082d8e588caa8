/** The thread that reads a station's journal for a replay: fed with pages of rows, it answers with frames and ends. */

import { parentPort } from 'node:worker_threads';
import type { ClusterId, NoteId } from '../../shared/domain/ids.ts';
import type { ReplayFrame } from '../../shared/protocol/past.ts';
import type { StoredBytes } from '../ports.ts';
import { Recording } from './recording.ts';

export type ToReplay =
  | { kind: 'rows'; rows: StoredBytes[] }
  /** What hangs now; nothing else may be told of. */
  | { kind: 'finish'; notes: NoteId[]; groups: ClusterId[] };

/** `taken`: the page was read, the next may come. */
export type FromReplay = { kind: 'taken' } | { kind: 'done'; frames: ReplayFrame[]; whole: boolean };

const port = parentPort!;
const recording = new Recording();

port.on('message', (message: ToReplay) => {
  if (message.kind === 'rows') {
    for (const row of message.rows) recording.take(row);
    port.postMessage({ kind: 'taken' } satisfies FromReplay);
    return;
  }
  const frames = recording.frames(message.notes, message.groups);
  port.postMessage({ kind: 'done', frames, whole: recording.whole } satisfies FromReplay);
  port.close();
});
