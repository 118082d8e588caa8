/** A hall as one JSON file: what an export writes and an import reads. Its schema is the format's documentation. */

import { z } from 'zod';
import { type ClusterView, type NoteView, readClusters, readNotes } from '../../shared/board/boardDoc.ts';
import { LOCALES } from '../../shared/domain/hall.ts';
import { CLUSTER_ID, type ClusterId, NOTE_ID, type NoteId } from '../../shared/domain/ids.ts';
import { CLUSTER_TITLE_MAX, NOTE_HARD_MAX, STATION_NOTES_MAX } from '../../shared/domain/note.ts';
import { templateSchema } from '../../shared/protocol/rest.ts';
import type { Boards } from '../board/Boards.ts';
import type { HallRoom } from '../hall/HallRoom.ts';

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

const note = z.strictObject({
  id: noteId,
  text: z.string().min(1).max(NOTE_HARD_MAX),
  pos,
  round: z.int().min(1).max(99),
  at: z.number(),
  cluster: clusterId.optional(),
  order: z.string().max(200).optional(),
  level: z.enum(['local', 'national']).optional(),
  slot: z.tuple([z.string().max(60), z.int().min(0).max(24), z.int().min(0).max(24)]).optional(),
});

const cluster = z.strictObject({
  id: clusterId,
  title: z.string().max(CLUSTER_TITLE_MAX * 4),
  pos,
  into: clusterId.optional(),
});

export const hallFileSchema = z.strictObject({
  format: z.literal('vandrehallen'),
  v: z.literal(1),
  title: z.string().min(1).max(120),
  locale: z.enum(LOCALES),
  round: z.int().min(1).max(99),
  /** Stations and rounds, as a template has them. */
  template: templateSchema,
  /** By the station's slug. */
  boards: z.record(
    z.string(),
    z.strictObject({
      notes: z.array(note).max(STATION_NOTES_MAX),
      clusters: z.array(cluster).max(STATION_NOTES_MAX),
    }),
  ),
});
export type HallFile = z.output<typeof hallFileSchema>;

/** The hall as it is on disk now. */
export async function writeHallFile(room: HallRoom, boards: Boards): Promise<HallFile> {
  const { title, locale, round, rounds, stations } = room.hall;
  const contents = await Promise.all(
    stations.map(async ({ id, slug }) => {
      const board = await boards.get(id);
      const content = await board.read((doc) => ({ notes: readNotes(doc), clusters: readClusters(doc) }));
      content.notes.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
      return [slug, content] as const;
    }),
  );
  return hallFileSchema.parse({
    format: 'vandrehallen',
    v: 1,
    title,
    locale,
    round,
    template: {
      v: 1,
      rounds: rounds.map(({ name, colour }) => ({ name, colour })),
      stations: stations.map(({ id: _, ...station }) => station),
    },
    boards: Object.fromEntries(contents),
  });
}

/** One board's content, as ops take it. */
export function boardOf(file: HallFile, slug: string): { notes: NoteView[]; clusters: ClusterView[] } {
  const board = Object.hasOwn(file.boards, slug) ? file.boards[slug] : undefined;
  return board ?? { notes: [], clusters: [] };
}
