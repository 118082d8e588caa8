/** Grouping help: how well it agrees with people, and what it costs, in its thread. */

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { systemClock } from '../../../server/clock.ts';
import { nearDuplicates } from '../../../server/insight/duplicates.ts';
import { groupTexts } from '../../../server/insight/grouping.ts';
import { Insight } from '../../../server/insight/Insight.ts';
import { type HelpNote, suggest } from '../../../server/insight/suggest.ts';
import { groupByLetters, LETTER_CUTS } from '../grouping/letters.ts';
import { type Scores, scoreGroups, scorePairs } from '../grouping/scores.ts';
import {
  alikeNotes,
  byStation,
  demoNotes,
  devNotes,
  type GoldNote,
  heapOfNotes,
  UNSEEN,
  unseenNotes,
  volunteeringNotes,
} from '../grouping/sets.ts';
import { Disturbance } from '../procfs.ts';
import { atMost, type Check, type Row } from '../row.ts';

const SIZES = [300, 1_000, 5_000] as const;
const TIMES = 5;

export const grouping: Row = {
  name: 'grouping',
  title: 'Grouping help, without a model and without a network',
  why: 'two notes that mean the same and share neither a word nor a family of words are not found without a model.',
  run: async ({ quick, say }) => {
    const dev = devNotes();
    const sets: [string, GoldNote[]][] = [
      ...(dev ? [['notes-dev (to tune on)', dev] as [string, GoldNote[]]] : []),
      ['volunteering (our own)', volunteeringNotes()],
      ['demo (our own, free language)', demoNotes()],
      ...UNSEEN.map((name): [string, GoldNote[]] => [`${name} (unseen)`, unseenNotes(name)]),
    ];
    const scores = sets.map(([name, notes]) => ({
      name,
      alone: scoreGroups(names(notes, 'id'), names(notes, 'group')),
      letters: scoreLetters(notes),
      even: score(notes, groupTexts),
      cautious: score(notes, suggestedGroups),
    }));
    const same = scoreSame();
    const disturbance = new Disturbance([process.pid]);
    const times: Awaited<ReturnType<typeof measureTime>>[] = [];
    for (const size of quick ? [300] : SIZES) {
      say(`${size} notes in the thread`);
      times.push(await measureTime(size, quick ? 1 : TIMES));
    }
    const timeOf = (size: number) => times.find((one) => one.size === size);
    return {
      tables: [
        {
          title: 'Agreement with the groups that people made',
          columns: ['', 'B³ F1', 'B³ precision', 'B³ recall', 'ARI'],
          lines: scores.flatMap(({ name, alone, letters, even, cautious }) => [
            line(`${name}: every note alone`, alone),
            line(`${name}: runs of letters, average link, best cut`, letters),
            line(`${name}: grouped`, even),
            line(`${name}: as suggested, cautiously`, cautious),
          ]),
        },
        {
          title: 'Notes that say nearly the same: pairs',
          columns: ['', 'F1', 'precision', 'recall'],
          lines: [['alike (our own)', digits(same.f1), digits(same.precision), digits(same.recall)]],
        },
        {
          title: 'Time, and how long the main thread was held up meanwhile',
          columns: ['notes', 'ms, median', 'ms, worst', 'event-loop delay p99, ms'],
          lines: times.map(({ size, median, worst, delay }) => [
            String(size),
            ...[median, worst, delay].map(ms),
          ]),
        },
      ],
      checks: [
        ...(dev
          ? [
              atLeast('notes-dev: B³ F1', scores[0]!.even.f1, 0.74),
              atLeast('notes-dev: B³ precision', scores[0]!.even.precision, 0.75),
            ]
          : []),
        ...scores
          .slice(dev ? 1 : 0)
          .flatMap(({ name, even }) => [
            atLeast(`${name}: B³ F1`, even.f1, 0.62),
            atLeast(`${name}: B³ precision`, even.precision, 0.75),
            atLeast(`${name}: ARI`, even.ari, 0.38),
          ]),
        atLeast('near-duplicates: F1', same.f1, 0.82),
        atMost('300 notes', timeOf(300)?.median, 200, 'ms'),
        atMost('5,000 notes', timeOf(5_000)?.median, 5_000, 'ms'),
        atMost('5,000 notes: event-loop delay p99', timeOf(5_000)?.delay, 50, 'ms'),
      ],
      notes: [
        ...(dev
          ? []
          : ['notes-dev.jsonl does not lie beside the repository: only our own sets were measured.']),
        'Notes are grouped station by station, as in a hall. The word lists are of the language and of municipal life at large; none of these sets was their source, though part of them is by a writer who had seen notes-dev and wrote “volunteering”. Weights and cuts were chosen by the first three sets; by the four unseen ones nothing was.',
        'Times are of made-up notes of 2 to 15 words with twice the vocabulary of real ones, from the call in the main thread to its answer, the thread already running.',
      ],
      others: disturbance.read(),
    };
  },
};

/** The best that the peer comes to on a set. */
function scoreLetters(notes: readonly GoldNote[]): Scores {
  return LETTER_CUTS.map((cut) => score(notes, (part) => groupByLetters(part, cut))).reduce((best, one) =>
    one.f1 > best.f1 ? one : best,
  );
}

function score(notes: readonly GoldNote[], group: (part: readonly GoldNote[]) => number[][]): Scores {
  const found: string[] = [];
  const gold: string[] = [];
  byStation(notes).forEach((part, station) => {
    group(part).forEach((members, number) => {
      for (const index of members) {
        found.push(`${station} ${number}`);
        gold.push(part[index]!.group);
      }
    });
  });
  return scoreGroups(found, gold);
}

/** The groups that a host would be offered, and notes that say the same where no group holds them; others stand alone. */
function suggestedGroups(part: readonly GoldNote[]): number[][] {
  const at = new Map(part.map(({ id }, index) => [id, index]));
  const { suggestions } = suggest(part as readonly (GoldNote & HelpNote)[], []);
  const taken = new Set<number>();
  const groups: number[][] = [];
  for (const kind of ['group', 'duplicates'] as const) {
    for (const one of suggestions) {
      const members = one.notes.map((id) => at.get(id)!);
      if (one.kind !== kind || members.some((index) => taken.has(index))) continue;
      for (const index of members) taken.add(index);
      groups.push(members);
    }
  }
  return [...groups, ...part.flatMap((_, index) => (taken.has(index) ? [] : [[index]]))];
}

function scoreSame() {
  const notes = alikeNotes();
  const gold = new Map<string, string[]>();
  for (const { id, same } of notes) if (same) gold.set(same, [...(gold.get(same) ?? []), id]);
  const found = nearDuplicates(notes).map(({ members }) => members.map((index) => notes[index]!.id));
  return scorePairs(found, [...gold.values()]);
}

async function measureTime(size: number, times: number) {
  const texts = heapOfNotes(size);
  const log = { info() {}, warn() {}, error() {} };
  const insight = new Insight(log, systemClock);
  try {
    await insight.run('group', { texts: texts.slice(0, 300) });
    const delay = monitorEventLoopDelay({ resolution: 1 });
    const took: number[] = [];
    delay.enable();
    for (let time = 0; time < times; time++) {
      const began = performance.now();
      await insight.run('group', { texts });
      took.push(performance.now() - began);
    }
    delay.disable();
    took.sort((a, b) => a - b);
    return {
      size,
      median: took[Math.floor(took.length / 2)]!,
      worst: took.at(-1)!,
      delay: delay.percentile(99) / 1e6,
    };
  } finally {
    await insight.close();
  }
}

const names = (notes: readonly GoldNote[], field: 'id' | 'group') => notes.map((note) => note[field]);
const digits = (value: number) => value.toFixed(3);
const ms = (value: number) => value.toFixed(value < 10 ? 1 : 0);

function line(name: string, { f1, precision, recall, ari }: Scores): string[] {
  return [name, ...[f1, precision, recall, ari].map(digits)];
}

function atLeast(what: string, value: number, least: number): Check {
  return { what, measured: digits(value), target: `≥ ${least}`, pass: value >= least };
}
