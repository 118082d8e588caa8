/**
 * What the worker thread can do, by name: functions of one input that can be copied between threads, pure but for the
 * lists that `similar` keeps. A new job is a new line here; `Insight.run` has its types from it.
 */

import type { PageSnapshot } from '../../shared/domain/results.ts';
import type { GroupingHelp, Thread } from '../../shared/domain/suggestion.ts';
import type { HallAtRest } from '../export/hallAtRest.ts';
import { type Arrangement, type ArrangementOrder, arrangedThen } from '../past/arrangement.ts';
import { type Put, putsIn } from '../past/puts.ts';
import type { StoredBytes } from '../ports.ts';
import { type Chosen, makeSnapshot } from '../results/snapshot.ts';
import { type Digest, type DigestOrder, digest } from './digest.ts';
import { groupTexts } from './grouping.ts';
import { KeptLists } from './KeptLists.ts';
import { type IdeasOrder, ideasNear } from './nearIdeas.ts';
import type { ListChange } from './SentLists.ts';
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
  /** What has changed of the station's notes since it was last asked about. */
  list: ListChange;
  /** How many to name, at most. */
  most?: number;
}

export interface ThreadsInput extends WithVectors {
  stations: readonly HelpStation[];
}

export interface PageOrder {
  at: HallAtRest;
  chosen: Chosen;
}

export interface Alike {
  id: HelpNote['id'];
  sure: number;
}

const kept = new KeptLists();

export const JOBS = {
  suggest: ({ notes, clusters, refused, vectors }: SuggestInput): GroupingHelp =>
    suggest(notes, clusters, refused, ownSimilarity(vectors)),
  similar: ({ text, list, most = 5 }: SimilarInput): Alike[] =>
    kept.index(list).find(text).slice(0, most) as Alike[],
  threads: ({ stations, vectors }: ThreadsInput): Thread[] => threads(stations, ownSimilarity(vectors)),
  /** Groups of indexes into the texts. */
  group: ({ texts, cut }: { texts: readonly Text[]; cut?: number }): number[][] => groupTexts(texts, cut),
  /** What a summary is drafted from. */
  digest: ({ vectors, ...order }: DigestOrder & WithVectors): Digest => digest(order, ownSimilarity(vectors)),
  /** How a station was arranged at a time, by its record. */
  arranged: (order: ArrangementOrder): Arrangement | null => arrangedThen(order),
  /** What a results page shows of a hall. */
  page: ({ at, chosen }: PageOrder): PageSnapshot => makeSnapshot(at, chosen),
  /** Which rows of a journal put something into a group. */
  puts: (rows: readonly StoredBytes[]): Put[] => putsIn(rows),
  /** Ids of the ideas that lie near what is asked about. */
  ideasNear: ({ vectors, ...order }: IdeasOrder & WithVectors): string[] =>
    ideasNear(order, ownSimilarity(vectors)),
};

export type Jobs = typeof JOBS;
export type JobName = keyof Jobs;
export type JobInput<Name extends JobName> = Parameters<Jobs[Name]>[0];
export type JobOutput<Name extends JobName> = ReturnType<Jobs[Name]>;

const ownSimilarity = (vectors: WithVectors['vectors']) => vectors && similarityFrom(new Map(vectors));
