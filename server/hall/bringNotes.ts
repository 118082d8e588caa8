/**
 * Notes of elsewhere hung on a station in one write: groups below what hangs there, the rest in free places. A press
 * that is sent again hangs nothing more, even after a restart, since the notes' ids come of it; it can be taken back
 * as long as nobody has touched any of them.
 */

import { createHash } from 'node:crypto';
import type { Slot } from '../../shared/board/boardDoc.ts';
import { type NoteView, notesOf, readClusters, readNote, readNotes } from '../../shared/board/boardDoc.ts';
import { addNotes, makeCluster, removeNotes } from '../../shared/board/boardOps.ts';
import { boundsOf, clusterBox, viewBoard } from '../../shared/board/boardView.ts';
import type { Station } from '../../shared/domain/hall.ts';
import type { ClusterId, NoteId } from '../../shared/domain/ids.ts';
import { CLUSTER_TITLE_MAX, cleanLine } from '../../shared/domain/note.ts';
import { MONTHS, monthOfYear } from '../../shared/domain/year.ts';
import { REPORT_TEXTS } from '../../shared/text/report.ts';
import type { BoardRoom } from '../board/BoardRoom.ts';
import { overCaps } from '../board/noteCaps.ts';
import { marksOf, mustBeFree, type Writer } from '../board/noteCommands.ts';
import { SERVER, type WriteContext } from '../board/writeContext.ts';
import type { NoteLine } from '../export/noteLines.ts';
import { FaultError } from '../fault.ts';
import type { HallRoom } from './HallRoom.ts';

export interface Bringing {
  room: HallRoom;
  board: BoardRoom;
  station: Station;
  writer: Writer;
  /** Random text of the press. */
  press: string;
}

/** What a press hung; kept so that it can be taken back. */
interface BroughtDeed {
  stationId: Station['id'];
  count: number;
  /** Of the notes as they were hung. */
  print: string;
  at: number;
}

/** Presses of a station that can be taken back. */
const KEPT = 30;
const AIR = 60;
/** Groups beside one another, before the next row begins. */
const WIDE = 3_600;

/** Hangs the lines. @returns how many notes and groups @throws {FaultError} empty, station_full, frozen, ended, … */
export async function bringNotes(
  { room, board, station, writer, press }: Bringing,
  lines: readonly NoteLine[],
): Promise<{ notes: number; groups: number }> {
  if (lines.length === 0) throw new FaultError('empty', 'there is no note to hang', 'lines');
  const ids = lines.map((_, index) => idOf<NoteId>('n', board, press, index));
  const groups = groupsOf(lines);
  const print = await board.write((context) => {
    if (context.ownerOf(ids[0]!) !== undefined) return printOf(context, ids);
    mustBeFree(board, writer);
    const over = overCaps(board.fill(ids.length), null, ids.length);
    if (over) throw new FaultError(over.code, over.why);
    const { rounds, round: now } = room.hall;
    const notes = lines.map((line, index): NoteView => {
      const round = Math.min(line.round ?? now, rounds.length);
      // Past rounds are kept, future ones have not been: `marksOf` knows.
      const marks = marksOf(station, now, { id: ids[index]!, text: line.text, round, level: line.level });
      const slot = slotOf(line, station);
      return {
        id: ids[index]!,
        text: line.text,
        pos: line.group ? [0, 0] : context.freePlace(),
        round: marks.round,
        at: context.now,
        ...(marks.level ? { level: marks.level } : {}),
        ...(slot ? { slot } : {}),
      };
    });
    const places = groupPlaces(context, notes, groups);
    addNotes(context.doc, notes, SERVER);
    for (const [index, [title, members]] of [...groups].entries()) {
      const id = idOf<ClusterId>('c', board, press, index);
      const of = members.map((member) => ids[member]!);
      makeCluster(context.doc, { id, title, pos: places[index]! }, of, SERVER);
    }
    for (const id of ids) context.claim(id, null);
    return printOf(context, ids);
  });
  if (room.items.get('deed', keyOf(press)) === undefined) {
    await keep(room, press, { stationId: station.id, count: ids.length, print, at: Date.now() });
  }
  return { notes: ids.length, groups: groups.size };
}

/** Takes back what a press hung. @throws {FaultError} not_found; taken: somebody has touched one of the notes */
export async function takeBack({
  room,
  board,
  station,
  writer,
  press,
}: Bringing): Promise<{ notes: number }> {
  const deed = room.items.get<BroughtDeed>('deed', keyOf(press));
  if (deed?.stationId !== station.id)
    throw new FaultError('not_found', 'no such press, or it is taken back already', 'press');
  const ids = Array.from({ length: deed.count }, (_, index) => idOf<NoteId>('n', board, press, index));
  await board.write((context) => {
    mustBeFree(board, writer);
    if (ids.every((id) => !notesOf(context.doc).has(id))) return;
    if (printOf(context, ids) !== deed.print)
      throw new FaultError('taken', 'somebody has changed what was brought in', 'press');
    removeNotes(context.doc, ids, SERVER);
  });
  await room.items.save([{ kind: 'deed', key: keyOf(press), value: null }]);
  return { notes: ids.length };
}

/** What would hang in groups: their titles, and the lines that are in each. */
export function groupsOf(lines: readonly NoteLine[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [index, { group }] of lines.entries()) {
    const title = cleanLine(group ?? '').slice(0, CLUSTER_TITLE_MAX);
    if (!title) continue;
    const known = groups.get(title);
    if (known) known.push(index);
    else groups.set(title, [index]);
  }
  return groups;
}

/** Rows of groups below everything that hangs and is about to. */
function groupPlaces(
  { doc }: WriteContext,
  fresh: readonly NoteView[],
  groups: ReadonlyMap<string, readonly number[]>,
): (readonly [number, number])[] {
  const grouped = new Set([...groups.values()].flat());
  const loose = fresh.filter((_, index) => !grouped.has(index));
  const box = boundsOf(viewBoard([...readNotes(doc), ...loose], readClusters(doc)));
  const left = box?.x ?? 0;
  let [x, y, high] = [left, box ? box.y + box.h + AIR : 0, 0];
  return [...groups.values()].map(({ length }) => {
    const { w, h } = clusterBox([0, 0], length);
    if (x > left && x + w > left + WIDE) {
      [x, y, high] = [left, y + high + AIR, 0];
    }
    const place = [x, y] as const;
    x += w + AIR;
    high = Math.max(high, h);
    return place;
  });
}

/** A lane by its title or id, and months by name or number. */
function slotOf({ lane, from, to }: NoteLine, { kind, lanes = [], year }: Station): Slot | undefined {
  if (kind !== 'timeline' || !lane) return undefined;
  const named = lanes.find(({ id, title }) => id === lane || title.toLowerCase() === lane.toLowerCase());
  const [first, last] = [monthOf(from, year), monthOf(to ?? from, year)];
  if (!named || first === undefined || last === undefined) return undefined;
  return [named.id, first, Math.max(first, last)];
}

function monthOf(said: string | undefined, year: Station['year']): number | undefined {
  if (said === undefined) return undefined;
  const low = said.trim().toLowerCase();
  const names = REPORT_TEXTS.map(({ monthNames }) =>
    monthNames.findIndex((name) => name.toLowerCase() === low),
  );
  const month = names.find((index) => index >= 0) ?? Number(low) - 1;
  if (!Number.isInteger(month) || month < 0 || month >= MONTHS) return undefined;
  return monthOfYear(month, year);
}

function printOf({ doc }: WriteContext, ids: readonly NoteId[]): string {
  const hash = createHash('sha256');
  for (const id of ids) {
    const note = readNote(id, notesOf(doc).get(id));
    const { text, pos, round, cluster, order, level, slot } = note ?? {};
    hash.update(`${JSON.stringify([id, text, pos, round, cluster, order, level, slot])}\n`);
  }
  return hash.digest('base64url');
}

const keyOf = (press: string) => `bring ${press}`;

/** Notes the press, and forgets the station's oldest ones: what they hung stays. */
function keep(room: HallRoom, press: string, value: BroughtDeed): Promise<void> {
  const own = [...room.items.all<BroughtDeed>('deed')].filter(
    ([key, { stationId }]) => key.startsWith(keyOf('')) && stationId === value.stationId,
  );
  const late = own.slice(0, Math.max(0, own.length + 1 - KEPT));
  return room.items.save([
    ...late.map(([key]) => ({ kind: 'deed' as const, key, value: null })),
    { kind: 'deed', key: keyOf(press), value },
  ]);
}

function idOf<T extends NoteId | ClusterId>(
  kind: 'n' | 'c',
  board: BoardRoom,
  press: string,
  index: number,
): T {
  const hash = createHash('sha256').update(`${kind} ${board.stationId} ${press} ${index}`);
  return `${kind}_${hash.digest('base64url').slice(0, 20)}` as T;
}
