/** Files of a hall, and notes brought to a station, by the HTTP contract. */

import type { HallId, StationId } from '../../shared/domain/ids.ts';
import type { BringPreview, BroughtNotes, MakingFile } from '../../shared/protocol/rest.ts';
import type { Outcome } from './fault.ts';
import { call } from './session.ts';

export type FileKind = 'pdf' | 'docx' | 'pptx' | 'csv' | 'measures' | 'md' | 'json';

/** Begins to make a file of the hall. */
export function beginFile(hall: HallId, kind: FileKind): Promise<Outcome<MakingFile>> {
  const body = kind === 'measures' ? { format: 'csv', of: 'measures' } : { format: kind };
  return call('POST', `/api/halls/${hall}/exports?as=organiser`, body);
}

export function fileState(hall: HallId, id: string): Promise<Outcome<MakingFile>> {
  return call('GET', `/api/halls/${hall}/exports/${id}?as=organiser`);
}

export const filePath = (hall: HallId, id: string) => `/api/halls/${hall}/exports/${id}/file?as=organiser`;

export const wallPicturePath = (hall: HallId, station: StationId) =>
  `/api/halls/${hall}/stations/${station}/wall.svg?as=organiser`;

/** What is brought: lines that were pasted, or a file's bytes as base64. */
export type Brought = { lines: string[] } | { csv: string };

const bringPath = (hall: HallId, station: StationId, more = '') =>
  `/api/halls/${hall}/stations/${station}/import${more}`;

export function previewNotes(
  hall: HallId,
  station: StationId,
  press: string,
  brought: Brought,
): Promise<Outcome<BringPreview>> {
  return call('POST', bringPath(hall, station, '?preview=1&as=organiser'), { press, ...brought });
}

export function bringNotes(
  hall: HallId,
  station: StationId,
  press: string,
  brought: Brought,
): Promise<Outcome<BroughtNotes>> {
  return call('POST', bringPath(hall, station, '?as=organiser'), { press, ...brought });
}

export function takeNotesBack(hall: HallId, station: StationId, press: string): Promise<Outcome<unknown>> {
  return call('DELETE', bringPath(hall, station, `/${press}?as=organiser`));
}
