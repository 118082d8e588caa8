/** Drafts of measures for what was asked about, from the hall's own notes; nothing is written. */

import type { StationId } from '../../shared/domain/ids.ts';
import { citedNotes, withNotes } from '../../shared/plan/coverage.ts';
import { readPoints } from '../../shared/plan/planDoc.ts';
import { readSource, type Source, sourceOf } from '../../shared/plan/source.ts';
import type { Answers } from '../../shared/protocol/hallEvents.ts';
import {
  IDEAS_MAX as IDEAS_SHOWN,
  type ProposalNote,
  proposeByModel,
  proposeByRules,
} from '../insight/propose.ts';
import type { HallCall } from './hallCalls.ts';
import { modelUse } from './modelUse.ts';
import { planBoard, readMaterial } from './summaryMaterial.ts';

/** Where people write what could be done, and what has worked. */
const IDEA_SLUGS = ['idebanken', 'suksessterta'];
/** All pairs are compared: more would take longer than anybody waits. */
const ABOUT_MAX = 200;
const IDEAS_MAX = 3_000;

export async function proposeMeasures(
  call: HallCall,
  asked: readonly Source[],
): Promise<Answers['measure:propose']> {
  const { room, boards, insight, model } = call;
  const { stations, locale } = room.hall;
  const plan = await planBoard(call);
  const sources = await plan.read((doc) => withNotes([{ sources: [...asked] }], readPoints(doc))[0]!.sources);
  const stationsAsked = new Set(sources.flatMap(stationIn));
  const about: ProposalNote[] = [];
  for (const id of stationsAsked) {
    if (!room.has(id)) continue;
    const { notes, hanging, clusters } = await readMaterial(room, boards, id);
    const cited = citedNotes(sources, id, hanging, clusters);
    for (const note of notes) {
      if (cited.has(note.id)) about.push({ source: sourceOf(id, note.id), text: note.text });
    }
  }
  if (about.length === 0) return { drafts: [], by: 'rules' };

  const named = stations.filter(({ slug }) => IDEA_SLUGS.includes(slug));
  const others = stations.filter(({ id }) => !stationsAsked.has(id));
  const all: ProposalNote[] = [];
  for (const { id } of named.length > 0 ? named : others) {
    const { notes } = await readMaterial(room, boards, id);
    all.push(...notes.map((note) => ({ source: sourceOf(id, note.id), text: note.text })));
  }
  const texts = (notes: readonly ProposalNote[]) => notes.map(({ source, text }) => ({ id: source, text }));
  const order = { about: texts(about.slice(0, ABOUT_MAX)), ideas: texts(all.slice(-IDEAS_MAX)) };
  const use = modelUse(room);
  const vectors = await model?.vectors(use, [...order.about, ...order.ideas]);
  const near = await insight.run('ideasNear', {
    ...order,
    most: IDEAS_SHOWN,
    ...(vectors ? { vectors: [...vectors] } : {}),
  });
  const bySource = new Map<string, ProposalNote>(all.map((note) => [note.source, note]));
  const ideas = near.map((source) => bySource.get(source)!);
  const written = await model?.write(use, (ask) => proposeByModel(ask, asked, about, ideas, locale));
  if (written) return { drafts: written, by: 'model' };
  return { drafts: proposeByRules(asked, about, ideas, locale), by: 'rules' };
}

function stationIn(source: Source): StationId[] {
  const read = readSource(source);
  return read === null || typeof read === 'string' ? [] : [read.station];
}
