/** A hall's file made a hall that only wants its keys: read, checked and written on boards, in the export thread. */

import { FaultError } from '../fault.ts';
import { type Unborn, unborn } from '../hall/newborn.ts';
import type { HallItem } from '../ports.ts';
import { readAs } from '../readAs.ts';
import { contentOf, hallFileSchema, threadItems } from './hallFile.ts';

export interface ImportedHall extends Unborn {
  /** What of the hall lies outside its record and its boards. */
  items: HallItem[];
}

/** @throws {FaultError} malformed: it is no JSON, or no hall of ours */
export function importedHall(bytes: Uint8Array, now: number): ImportedHall {
  const file = readAs(hallFileSchema, jsonIn(bytes));
  const made = unborn(file.template, file.title, file.locale, now, contentOf(file));
  return { ...made, items: threadItems(file, made.hall) };
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new FaultError('malformed', 'the request could not be read');
  }
}
