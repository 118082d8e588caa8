/** The templates that every server has: the standard hall and an empty one, in the hall's language. */

import type { Template } from '../../protocol/rest.ts';
import type { Locale } from '../hall.ts';
import { blank } from './blank.ts';
import { type StationDraft, vandrehallen } from './vandrehallen.ts';

export type BuiltInTemplate = 'vandrehallen' | 'blank';

const DRAFTS: Record<BuiltInTemplate, readonly StationDraft[]> = { vandrehallen, blank };

/**
 * A built-in template in one language, as a template file would have it. Names no rounds: the hall takes the default
 * ones of its language. A fresh object each time, since it becomes the hall's own data.
 */
export function builtInTemplate(name: BuiltInTemplate, locale: Locale): Template {
  return { v: 1, stations: DRAFTS[name].map((draft) => inLanguage(draft, locale)) };
}

function inLanguage(draft: StationDraft, locale: Locale): Template['stations'][number] {
  const { title, question, explanation } = draft.text[locale];
  const { slug, kind, levels } = draft;
  const station = { slug, title, kind, question, explanation: [...explanation], levels };
  if (!draft.lanes) return station;
  return { ...station, lanes: draft.lanes.map((lane) => ({ id: lane.id, title: lane.title[locale] })) };
}
