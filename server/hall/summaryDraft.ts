/**
 * A summary drafted into the plan document: all of it in one write, beside the points that people made or changed. A
 * language model writes where the hall may use one, and where it fails the rules do. Rules SU1–SU12 in docs/SPEC.md.
 */

import { newId, type PointId, type StationId } from '../../shared/domain/ids.ts';
import { isBlank } from '../../shared/domain/note.ts';
import { citedNotes } from '../../shared/plan/coverage.ts';
import { hashOf, type PointView, readPoints } from '../../shared/plan/planDoc.ts';
import { addPoint, removePoint } from '../../shared/plan/planOps.ts';
import type { Source, SummaryOf } from '../../shared/plan/source.ts';
import type { Answers } from '../../shared/protocol/hallEvents.ts';
import { SERVER } from '../board/writeContext.ts';
import type { Digest } from '../insight/digest.ts';
import { type DraftItem, modelPoints } from '../insight/modelDraft.ts';
import {
  beside,
  type DraftPoint,
  mainPoints,
  type StationPoint,
  singleVoices,
  summarise,
  summariseHall,
} from '../insight/summarise.ts';
import type { HallRoom } from './HallRoom.ts';
import type { HallCall } from './hallCalls.ts';
import { modelUse } from './modelUse.ts';
import { type Material, planBoard, readMaterial } from './summaryMaterial.ts';

type Answer = Answers['summary:draft'];
interface Drafted {
  points: DraftPoint[];
  /** How many notes (or, for the hall, points) these sources are. */
  notesOf: (sources: readonly Source[]) => ReadonlySet<string>;
  by: Answer['by'];
  fellBack: boolean;
}

/** One draft of a summary at a time: who presses while it is made gets the same. */
const running = new WeakMap<HallRoom, Map<SummaryOf, { replace: boolean; answer: Promise<Answer> }>>();

/**
 * Drafts the summary into the plan.
 * @param mustMay asked again when it is about to be written
 */
export function draftSummary(
  call: HallCall,
  of: SummaryOf,
  replace: boolean,
  mustMay: () => void,
): Promise<Answer> {
  const all = running.get(call.room) ?? new Map();
  running.set(call.room, all);
  const before = all.get(of);
  if (before && (before.replace || !replace)) return before.answer;
  const answer = (async () => {
    // A draft that keeps is under way, and this one shall not: it waits.
    await before?.answer.catch(() => {});
    const drafted = of === 'hall' ? await draftHall(call) : await draftStation(call, of);
    return write(call, of, replace, drafted, mustMay);
  })();
  const own = { replace, answer };
  all.set(of, own);
  const over = () => {
    if (all.get(of) === own) all.delete(of);
  };
  answer.then(over, over);
  return answer;
}

async function draftStation(call: HallCall, station: StationId): Promise<Drafted> {
  const { locale } = call.room.hall;
  const material = await readMaterial(call.room, call.boards, station);
  const notesOf = citedIn(material);
  const digest = await digestOf(call, material);
  const groupOf = new Map(material.groups.flatMap((group) => group.notes.map((id) => [id, group] as const)));
  const seen = material.notes.filter(({ text }) => !isBlank(text));
  const items = seen.map(({ id, text }): DraftItem => {
    const group = groupOf.get(id);
    const source: Source = `${station}/${id}`;
    return {
      sources: [source],
      text,
      ...(group
        ? { group: { source: `${station}/${group.id}`, title: group.title, size: group.notes.length } }
        : {}),
    };
  });
  const { points, fellBack } = await byModel(call, items, notesOf);
  if (!points) return { points: summarise(material, digest, locale), notesOf, by: 'rules', fellBack };
  // Groups that the model passed over stand beside its points, and what stands alone always does.
  const passedOver = beside(mainPoints(material, digest, locale), points, notesOf);
  return {
    points: [...points, ...passedOver, ...singleVoices(material, digest, [...points, ...passedOver])],
    notesOf,
    by: 'model',
    fellBack,
  };
}

/** From the stations' points; of a station without any from what a draft would say. */
async function draftHall(call: HallCall): Promise<Drafted> {
  const { room, boards } = call;
  const { locale, stations } = room.hall;
  const plan = await planBoard(call);
  const written = await plan.read((doc) => readPoints(doc));
  const lists: StationPoint[][] = [];
  for (const { id } of stations) {
    const own = written.filter(({ of }) => of === id);
    if (own.length > 0) {
      lists.push(own);
      continue;
    }
    const material = await readMaterial(room, boards, id);
    lists.push(material.notes.length > 0 ? summarise(material, await digestOf(call, material), locale) : []);
  }
  const notesOf = (sources: readonly Source[]) => new Set<string>(sources);
  const items = lists
    .flat()
    .filter(({ single }) => !single)
    .map(({ id, sources, title, line }) => ({ sources: id ? [id] : sources, text: `${title}. ${line}` }));
  const rules = summariseHall(lists);
  const { points, fellBack } = await byModel(call, items, notesOf);
  if (!points) return { points: rules, notesOf, by: 'rules', fellBack };
  return { points: [...points, ...beside(rules, points, notesOf)], notesOf, by: 'model', fellBack };
}

async function byModel(
  call: HallCall,
  items: readonly DraftItem[],
  notesOf: Drafted['notesOf'],
): Promise<{ points: DraftPoint[] | null; fellBack: boolean }> {
  const { model, room } = call;
  const use = modelUse(room);
  if (!model?.writes || items.length === 0 || !use.allowed()) return { points: null, fellBack: false };
  const sizeOf = (sources: readonly Source[]) => notesOf(sources).size;
  const points = await model.write(use, (ask) => modelPoints(ask, items, room.hall.locale, sizeOf));
  return { points, fellBack: points === null };
}

async function digestOf({ model, insight, room }: HallCall, { notes, groups }: Material): Promise<Digest> {
  const vectors = await model?.vectors(modelUse(room), notes);
  return insight.run('digest', {
    notes,
    groups: groups.map((group) => group.notes),
    ...(vectors ? { vectors: [...vectors] } : {}),
  });
}

function citedIn({ station, hanging, clusters }: Material): Drafted['notesOf'] {
  return (sources) => citedNotes(sources, station, hanging, clusters);
}

/** By point: what it was hashed as when it was drafted. What is otherwise now, a person has changed. */
type AsDrafted = Record<PointId, string>;

/**
 * One write: it is there whole or not at all. What it will hold is noted first, so that a crash between the two never
 * makes a draft look like a person's.
 */
async function write(
  call: HallCall,
  of: SummaryOf,
  replace: boolean,
  { points, notesOf, by, fellBack }: Drafted,
  mustMay: () => void,
): Promise<Answer> {
  const { room } = call;
  const plan = await planBoard(call);
  const fresh = points.map((point) => ({ ...point, of, id: newId('q') }));
  const before = room.items.get<AsDrafted>('draft', of) ?? {};
  const asDrafted: AsDrafted = { ...before };
  for (const point of fresh) asDrafted[point.id] = hashOf([{ ...point, order: '' }]);
  await room.items.save([{ kind: 'draft', key: of, value: asDrafted }]);
  const left = await plan.write(({ doc }) => {
    mustMay();
    const now = readPoints(doc, of);
    const isPerson = (point: PointView) => asDrafted[point.id] !== hashOf([point]);
    const kept = replace ? [] : now.filter(isPerson);
    const wanted = beside(fresh, kept, notesOf) as typeof fresh;
    const stale = new Map(
      now.filter((point) => !kept.includes(point)).map((point) => [sayingOf(point), point]),
    );
    const added = wanted.filter((point) => !stale.has(sayingOf(point)));
    // What says the same as before stays as it is: somebody may have it open.
    const said = new Set(wanted.map(sayingOf));
    for (const point of now) {
      const stays =
        kept.includes(point) || (said.has(sayingOf(point)) && stale.get(sayingOf(point)) === point);
      if (!stays) removePoint(doc, point.id, SERVER);
    }
    let count = wanted.length - added.length;
    for (const point of added) if (addPoint(doc, point, SERVER) !== null) count++;
    return { count, ids: readPoints(doc, of).map(({ id }) => id) };
  });
  const standing = left.ids.flatMap((id) => (asDrafted[id] ? [[id, asDrafted[id]] as const] : []));
  await room.items.save([{ kind: 'draft', key: of, value: Object.fromEntries(standing) }]);
  return { points: left.count, by, fellBack };
}

const sayingOf = ({ title, line, sources, single, check }: DraftPoint) =>
  JSON.stringify([title, line, sources, single === true, check === true]);
