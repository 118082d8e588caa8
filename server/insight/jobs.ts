/**
 * What the worker thread can do, by name: pure functions of one input that can be copied between threads. A new job is a
 * new line here; `Insight.run` has its types from it.
 */

import type { GroupingHelp, Thread } from '../../shared/domain/suggestion.ts';
import { type Digest, type DigestOrder, digest } from './digest.ts';
import { AlikeIndex } from './duplicates.ts';
import { groupTexts } from './grouping.ts';
import { type IdeasOrder, ideasNear } from './nearIdeas.ts';
import { similarityFrom, type Text } from './similarity.ts';
import { type HelpCluster, type HelpNote, suggest } from './suggest.ts';
import { type HelpStation, threads } from './threads.ts';

/** Embeddings by id (notes and clusters), where there are any; without them likeness is a matter of words. */
export interface WithVectors {
  vectors?: readonly (readonly [id: string, vector: Float32Array])[];
}

export interface SuggestInput extends WithVectors {
  notes: readonly HelpNote[];
  clusters: readonly HelpCluster[];
  refused?: readonly string[];
}

export interface SimilarInput {
  text: string;
  notes: readonly HelpNote[];
  /** How many to name, at most. */
  most?: number;
}

export interface ThreadsInput extends WithVectors {
  stations: readonly HelpStation[];
}

export interface Alike {
  id: HelpNote['id'];
  sure: number;
}

export const JOBS = {
  suggest: ({ notes, clusters, refused, vectors }: SuggestInput): GroupingHelp =>
    suggest(notes, clusters, refused, ownSimilarity(vectors)),
  similar: ({ text, notes, most = 5 }: SimilarInput): Alike[] =>
    indexOf(notes).find(text).slice(0, most) as Alike[],
  threads: ({ stations, vectors }: ThreadsInput): Thread[] => threads(stations, ownSimilarity(vectors)),
  /** Groups of indexes into the texts. */
  group: ({ texts, cut }: { texts: readonly Text[]; cut?: number }): number[][] => groupTexts(texts, cut),
  /** What a summary is drafted from. */
  digest: ({ vectors, ...order }: DigestOrder & WithVectors): Digest => digest(order, ownSimilarity(vectors)),
  /** Ids of the ideas that lie near what is asked about. */
  ideasNear: ({ vectors, ...order }: IdeasOrder & WithVectors): string[] =>
    ideasNear(order, ownSimilarity(vectors)),
};

export type Jobs = typeof JOBS;
export type JobName = keyof Jobs;
export type JobInput<Name extends JobName> = Parameters<Jobs[Name]>[0];
export type JobOutput<Name extends JobName> = ReturnType<Jobs[Name]>;

const ownSimilarity = (vectors: WithVectors['vectors']) => vectors && similarityFrom(new Map(vectors));

/** Indexes of the lists of notes that were asked for last: a writer asks many times while a station hardly changes. */
const indexes = new Map<string, AlikeIndex>();
const INDEXES_MOST = 4;

function indexOf(notes: readonly HelpNote[]): AlikeIndex {
  const name = notes.map(({ id, text }) => `${id} ${text}`).join('\n');
  const known = indexes.get(name);
  if (known) return known;
  const made = new AlikeIndex(notes);
  if (indexes.size >= INDEXES_MOST) indexes.delete(indexes.keys().next().value!);
  indexes.set(name, made);
  return made;
}
