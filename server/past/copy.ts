/** A hall begun anew from one that was: its stations, rounds and settings, and what came of it, but no note and nobody. */

import { readClusters, readNotes } from '../../shared/board/boardDoc.ts';
import { viewBoard } from '../../shared/board/boardView.ts';
import { type Hall, type HallBefore, moreOf, OPEN_SETTINGS } from '../../shared/domain/hall.ts';
import { planOf } from '../../shared/domain/ids.ts';
import { readMeasures, readPoints } from '../../shared/plan/planDoc.ts';
import { notesIn } from '../../shared/plan/source.ts';
import type { Template } from '../../shared/protocol/rest.ts';
import type { Boards } from '../board/Boards.ts';
import { templateOf } from '../export/templateFile.ts';
import type { HallRoom } from '../hall/HallRoom.ts';
import type { HallContent } from '../hall/newborn.ts';
import { statusesOf } from '../results/owners.ts';

/** What the new hall is made with. */
export function copyOf(hall: Hall, before: HallBefore): { template: Template; content: HallContent } {
  const years = new Map(hall.stations.map(({ slug, year }) => [slug, year]));
  // A model reads a hall's notes when its own organiser has said so.
  const settings = { ...moreOf(hall).settings, model: OPEN_SETTINGS.model };
  return {
    template: templateOf(hall),
    content: {
      round: 1,
      boardOf: () => ({ notes: [], clusters: [] }),
      fitted: (made) => ({
        ...made,
        stations: made.stations.map((station) => {
          const year = years.get(station.slug);
          return year ? { ...station, year } : station;
        }),
        more: { ...made.more, settings, before },
      }),
    },
  };
}

/** What came of a hall: each station's main points, and the measures with what their owners said last. */
export async function beforeOf(room: HallRoom, boards: Boards): Promise<HallBefore> {
  const { hall } = room;
  const plan = await boards.get(planOf(hall.id));
  const { points, measures } = await plan.read((doc) => ({
    points: readPoints(doc),
    measures: readMeasures(doc),
  }));
  const byStation = await Promise.all(
    hall.stations.map(async ({ id, slug }) => {
      const own = points.filter(({ of, single, title }) => of === id && !single && title.trim() !== '');
      if (own.length === 0) return [];
      const view = await (await boards.get(id)).read((doc) => viewBoard(readNotes(doc), readClusters(doc)));
      const hanging = (sources: (typeof own)[number]['sources']) => {
        const named = notesIn(sources, id, (cluster) => view.clusters.get(cluster)?.members ?? []);
        return [...named].filter((note) => view.notes.has(note)).length;
      };
      const told = own.map(({ title, line, sources }) => ({ title, line, notes: hanging(sources) }));
      return [[slug, told] as const];
    }),
  );
  const statuses = statusesOf(room.items);
  return {
    title: hall.title,
    createdAt: hall.createdAt,
    points: Object.fromEntries(byStation.flat()),
    measures: measures
      .filter(({ title }) => title.trim() !== '')
      .map(({ id, title, owner = '' }) => {
        const { status = null, said = '' } = statuses[id]?.at(-1) ?? {};
        return { title, owner, status, said };
      }),
  };
}
