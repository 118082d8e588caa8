/** A hall as one JSON file: what an export writes and an import reads. Its schema is the format's documentation. */

import type * as Y from 'yjs';
import { z } from 'zod';
import {
  type ClusterView,
  type NoteView,
  type Pos,
  readClusters,
  readNotes,
} from '../../shared/board/boardDoc.ts';
import { LOCALES, type Poll } from '../../shared/domain/hall.ts';
import { CLUSTER_ID, type ClusterId, NOTE_ID, type NoteId } from '../../shared/domain/ids.ts';
import { CLUSTER_TITLE_MAX, NOTE_HARD_MAX, STATION_NOTES_MAX } from '../../shared/domain/note.ts';
import { templateSchema } from '../../shared/protocol/rest.ts';
import type { Boards } from '../board/Boards.ts';
import { endsOn } from '../hall/countVotes.ts';
import type { HallRoom } from '../hall/HallRoom.ts';
import { votesOf } from '../hall/votes.ts';
import { templateOf } from './templateFile.ts';

/** Farther out than this no person has dragged a note; a file that says so is broken. */
const FAR = 1_000_000;
const pos = z.tuple([z.number().min(-FAR).max(FAR), z.number().min(-FAR).max(FAR)]);
const noteId = z
  .string()
  .regex(NOTE_ID)
  .transform((id) => id as NoteId);
const clusterId = z
  .string()
  .regex(CLUSTER_ID)
  .transform((id) => id as ClusterId);

/** Two valid edits of one text can merge to more than either may have. */
const TEXT_MAX = NOTE_HARD_MAX * 10;
const ROUND_MAX = 99;
/** The last moment that a date can tell. */
const TIME_MAX = 8.64e15;

const note = z.strictObject({
  id: noteId,
  text: z.string().max(TEXT_MAX),
  pos,
  round: z.int().min(1).max(ROUND_MAX),
  at: z.number().min(0).max(TIME_MAX),
  cluster: clusterId.optional(),
  order: z.string().max(200).optional(),
  level: z.enum(['local', 'national']).optional(),
  slot: z
    .tuple([z.string().max(60), z.int().min(0).max(24), z.int().min(0).max(24)])
    .readonly()
    .optional(),
});

const GROUP_TITLE_MAX = CLUSTER_TITLE_MAX * 4;
const cluster = z.strictObject({
  id: clusterId,
  title: z.string().max(GROUP_TITLE_MAX),
  pos,
  into: clusterId.optional(),
});

/** By note or group. An import leaves it aside: who voted stays in the hall where they did. */
const votes = z.strictObject({
  kind: z.enum(['dots', 'rating']),
  voted: z.int().min(0),
  dots: z.record(z.string(), z.int().min(0)),
  ratings: z.record(
    z.string(),
    z.strictObject({ effect: z.number(), feasibility: z.number(), count: z.int().min(1) }),
  ),
});

export const hallFileSchema = z.strictObject({
  format: z.literal('vandrehallen'),
  v: z.literal(1),
  title: z.string().min(1).max(120),
  locale: z.enum(LOCALES),
  round: z.int().min(1).max(ROUND_MAX),
  /** Stations and rounds, as a template has them. */
  template: templateSchema,
  /** By the station's slug. */
  boards: z.record(
    z.string(),
    z.strictObject({
      notes: z.array(note).max(STATION_NOTES_MAX),
      clusters: z.array(cluster).max(STATION_NOTES_MAX),
      /** What came of the station's vote, once it is shown. */
      votes: votes.optional(),
    }),
  ),
});
export type HallFile = z.output<typeof hallFileSchema>;

/** The hall as it is on disk now. Notes that wait or are hidden are in no document, and so in no file. */
export async function writeHallFile(room: HallRoom, boards: Boards): Promise<HallFile> {
  const { title, locale, round, stations } = room.hall;
  const contents = await Promise.all(
    stations.map(async ({ id, slug, poll }) => {
      const board = await boards.get(id);
      const content = await board.read((doc) => ({
        notes: readNotes(doc).map(fittedNote),
        clusters: readClusters(doc).map(fittedCluster),
        ...(poll?.shown ? { votes: shownVotes(room, poll, doc) } : {}),
      }));
      content.notes.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
      return [slug, content] as const;
    }),
  );
  return {
    format: 'vandrehallen',
    v: 1,
    title,
    locale,
    round,
    template: templateOf(room.hall),
    boards: Object.fromEntries(contents),
  };
}

function shownVotes({ items }: HallRoom, { id, kind }: Poll, doc: Y.Doc): z.output<typeof votes> {
  const all = votesOf(items);
  return { kind, voted: all.voted(id), ...all.tally(id, endsOn(doc)) };
}

/**
 * A note as a file may hold it: programs can hang up what no person could, and one such note must keep no hall from
 * being taken home. Text is never left out, only places and marks that mean nothing.
 */
function fittedNote({ id, text, pos, round, at, ...marks }: NoteView): z.output<typeof note> {
  return {
    id,
    text: text.slice(0, TEXT_MAX),
    pos: fittedPos(pos),
    round: within(round, 1, ROUND_MAX),
    at: within(at, 0, TIME_MAX),
    ...fitting(note.shape, marks),
  };
}

function fittedCluster({ id, title, pos, ...marks }: ClusterView): z.output<typeof cluster> {
  return {
    id,
    title: title.slice(0, GROUP_TITLE_MAX),
    pos: fittedPos(pos),
    ...fitting(cluster.shape, marks),
  };
}

/** Those of the marks that fit their schema. */
function fitting<T extends object>(shape: Record<string, z.ZodType>, marks: T): T {
  return Object.fromEntries(
    Object.entries(marks).filter(([name, value]) => shape[name]?.safeParse(value).success),
  ) as T;
}

const within = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);
const fittedPos = ([x, y]: Pos): [number, number] => [within(x, -FAR, FAR), within(y, -FAR, FAR)];

/** One board's content, as ops take it. */
export function boardOf(file: HallFile, slug: string): { notes: NoteView[]; clusters: ClusterView[] } {
  const board = Object.hasOwn(file.boards, slug) ? file.boards[slug] : undefined;
  return board ?? { notes: [], clusters: [] };
}
