/** A hall of ours for a benchmark: made over the public contract, its board filled by its own people. */

import * as Y from 'yjs';
import { addNote } from '../../../shared/board/boardOps.ts';
import { NOTE_SIZE } from '../../../shared/board/boardView.ts';
import { type NoteId, newId, type StationId } from '../../../shared/domain/ids.ts';
import type { CreatedHall, CreatedSession } from '../../../shared/protocol/rest.ts';
import { createHall, sessionByKey } from '../../crowd/rest.ts';
import { until } from '../../harness/until.ts';
import { BoardLink } from './BoardLink.ts';
import { many } from './pace.ts';
import type { Wire } from './wires.ts';

export interface OurHall {
  hall: CreatedHall;
  /** The first station that is a wall. */
  station: StationId;
}

export async function makeHall(base: string): Promise<OurHall> {
  const hall = await createHall(base, { template: 'vandrehallen', title: 'Måling', locale: 'nb' });
  return { hall, station: hall.hall.stations.find(({ kind }) => kind === 'wall')!.id };
}

/** So many new participants, by the join key. */
export function participants(base: string, { hall }: OurHall, count: number): Promise<CreatedSession[]> {
  return many(count, 16, () => sessionByKey(base, hall.keys.join));
}

const COLUMNS = 20;
const RASTER = NOTE_SIZE + 24;

/** Where the note of this number hangs at first. */
export const placeOf = (index: number): [number, number] => [
  (index % COLUMNS) * RASTER,
  Math.floor(index / COLUMNS) * RASTER,
];

/** How far a board of so many notes reaches. */
export const extentOf = (notes: number): [number, number] => [
  COLUMNS * RASTER,
  Math.ceil(notes / COLUMNS) * RASTER,
];

/** Hangs a note of common length on a document. @returns its id */
export function hang(doc: Y.Doc, index: number): NoteId {
  const id = newId('n');
  const text = `Lapp nummer ${index}: noe som kan prøves for å få flere med`;
  addNote(doc, { id, text, pos: placeOf(index), round: 1, at: Date.UTC(2026, 10, 21) + index });
  return id;
}

/** A document with its changes as they come. */
export function recorded(onChange: (bytes: Uint8Array) => void, remote: unknown): Y.Doc {
  const doc = new Y.Doc();
  doc.on('update', (bytes: Uint8Array, origin: unknown) => {
    if (origin !== remote) onChange(bytes);
  });
  return doc;
}

/** Hangs so many notes on a board, in one update of one person. @returns their ids, in order */
export async function hangNotes(wire: Wire, count: number): Promise<NoteId[]> {
  const link = await BoardLink.open(wire);
  const doc = recorded((bytes) => link.update(bytes), null);
  const ids = doc.transact(() => Array.from({ length: count }, (_, index) => hang(doc, index)));
  await until(() => !wire.acknowledges || link.saved >= link.sent || link.refused, {
    what: 'the notes to hang',
  });
  if (link.refused) throw new Error(link.refused);
  link.leave();
  return ids;
}
