/**
 * Drafts of measures for what people complain of or hope for: notes of the stations of ideas and successes that lie
 * near it, or with a language model sentences that cite them. Pure but for the asking.
 */

import { z } from 'zod';
import type { Locale } from '../../shared/domain/hall.ts';
import { cleanLine, isBlank } from '../../shared/domain/note.ts';
import {
  FIRST_STEP_MAX,
  MEASURE_TITLE_MAX,
  MEASURE_WHY_MAX,
  SOURCES_MAX,
} from '../../shared/plan/planDoc.ts';
import type { Source } from '../../shared/plan/source.ts';
import type { MeasureDraft } from '../../shared/protocol/hallEvents.ts';
import { hardlyOverlaps, numbersStand, plainLine } from './grounding.ts';
import type { Ask } from './LanguageModel.ts';
import { mask } from './mask.ts';
import { aliases, aliasLines, GROUND_RULES, LANGUAGES } from './modelDraft.ts';
import { quotesOf, shortened } from './summarise.ts';

/** A note that a measure may grow from, or that it is about. */
export interface ProposalNote {
  source: Source;
  text: string;
}

const DRAFTS_MAX = 5;
/** Beside the notes it is about, so many ideas are looked at. */
export const IDEAS_MAX = 25;
const ABOUT_MAX = 40;

/** Each of the nearest ideas as a measure, in its writer's words; why: what people wrote that it is about. */
export function proposeByRules(
  asked: readonly Source[],
  about: readonly ProposalNote[],
  ideas: readonly ProposalNote[],
  locale: Locale,
): MeasureDraft[] {
  const why = quotesOf(
    about.map(({ text }) => text),
    locale,
  );
  return ideas
    .filter(({ text }) => !isBlank(text))
    .slice(0, DRAFTS_MAX)
    .map(({ source, text }) => ({
      title: shortened(cleanLine(text), MEASURE_TITLE_MAX),
      why: shortened(why, MEASURE_WHY_MAX),
      firstStep: '',
      sources: joined([source], asked),
    }));
}

const answerSchema = z.object({ measures: z.array(z.unknown()).max(50) });
const saidSchema = z.object({
  title: z.string().max(2_000),
  why: z.string().max(5_000),
  firstStep: z.string().max(5_000),
  notes: z.array(z.string().max(20)).min(1).max(200),
});

/** The same by a model. Every draft cites; one that cites what is not there, or hardly says what they say, is dropped. */
export function proposeByModel(
  ask: Ask,
  asked: readonly Source[],
  about: readonly ProposalNote[],
  ideas: readonly ProposalNote[],
  locale: Locale,
): Promise<MeasureDraft[]> {
  const notes = [...about.slice(0, ABOUT_MAX), ...ideas.slice(0, IDEAS_MAX)];
  const masked = notes.map(({ text }) => mask(text));
  const text = { type: 'string' };
  const schema = {
    type: 'object',
    additionalProperties: false,
    required: ['measures'],
    properties: {
      measures: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['title', 'why', 'firstStep', 'notes'],
          properties: {
            title: text,
            why: text,
            firstStep: text,
            notes: { type: 'array', items: { type: 'string', enum: aliases(notes.length) } },
          },
        },
      },
    },
  };
  const system = [
    GROUND_RULES,
    `Propose at most ${DRAFTS_MAX} measures that answer what the notes say. A measure has a short title that begins with`,
    'a verb, one sentence that says why, a first step that one person can take within two weeks, and the ids of the notes',
    `it grew from. Write in ${LANGUAGES[locale]}.`,
  ].join(' ');
  return ask({ name: 'measures', system, user: aliasLines(masked), schema }, (answer) => {
    const read = answerSchema.safeParse(answer);
    if (!read.success) return null;
    const drafts = read.data.measures.flatMap((one) => {
      const said = saidSchema.safeParse(one);
      return said.success ? (grounded(said.data, notes, masked, asked) ?? []) : [];
    });
    return drafts.length > 0 ? drafts.slice(0, DRAFTS_MAX) : null;
  });
}

function grounded(
  said: z.output<typeof saidSchema>,
  notes: readonly ProposalNote[],
  masked: readonly string[],
  asked: readonly Source[],
): MeasureDraft | null {
  const known = aliases(notes.length);
  const cited = [...new Set(said.notes)].map((alias) => known.indexOf(alias));
  if (cited.some((index) => index < 0)) return null;
  const texts = cited.map((index) => masked[index]!);
  const title = plainLine(said.title, MEASURE_TITLE_MAX);
  if (title === null || !numbersStand(title, texts)) return null;
  const why = plainLine(said.why, MEASURE_WHY_MAX) ?? '';
  // What comes first is the model's own idea: nothing of it need stand in the notes but its numbers.
  const firstStep = plainLine(said.firstStep, FIRST_STEP_MAX) ?? '';
  if (hardlyOverlaps(`${title} ${why}`, texts)) return null;
  return {
    title,
    why: numbersStand(why, texts) ? why : '',
    firstStep: numbersStand(firstStep, texts) ? firstStep : '',
    sources: joined(
      cited.map((index) => notes[index]!.source),
      asked,
    ),
  };
}

const joined = (first: readonly Source[], then: readonly Source[]) =>
  [...new Set([...then, ...first])].slice(0, SOURCES_MAX);
