/** Files of a hall, and notes brought to a station, by the HTTP contract. */

import type { Role } from '../../shared/domain/hall.ts';
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

/** Where notes are brought to, and by whom: the organiser, or the station's host. */
export interface BringTo {
  hall: HallId;
  station: StationId;
  as: Role;
}

const bringPath = ({ hall, station, as }: BringTo, more = '', query = '') =>
  `/api/halls/${hall}/stations/${station}/import${more}?${query}as=${as}`;

export function previewNotes(to: BringTo, press: string, brought: Brought): Promise<Outcome<BringPreview>> {
  return call('POST', bringPath(to, '', 'preview=1&'), { press, ...brought });
}

export function bringNotes(to: BringTo, press: string, brought: Brought): Promise<Outcome<BroughtNotes>> {
  return call('POST', bringPath(to), { press, ...brought });
}

export function takeNotesBack(to: BringTo, press: string): Promise<Outcome<unknown>> {
  return call('DELETE', bringPath(to, `/${press}`));
}
