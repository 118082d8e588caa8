/** What is kept of a results page among the hall's small things, and how it is read. */

import type { PageNews, PagePart, ResultsPage, Signup } from '../../shared/domain/results.ts';
import type { HallRoom } from '../hall/HallRoom.ts';
import type { HallItem } from '../ports.ts';

/** What is kept of a page beside what it shows. */
export interface PageState {
  address: string;
  secret: boolean;
  /** Null: withdrawn. */
  publishedAt: number | null;
  /** When it first was: owners' dates are counted from it where the hall was never ended. */
  firstAt: number;
  parts: PagePart[];
  foreword: string;
}

/** The keys of news begin so. */
export const NEWS = 'news ';

/** The hall's page, published now or once; null where it never was. */
export function stateOf({ items }: HallRoom): PageState | null {
  return items.get<PageState>('page', 'state') ?? null;
}

/** Newest first. */
export function newsOf({ items }: HallRoom): PageNews[] {
  const news = [...items.all<PageNews>('page')].filter(([key]) => key.startsWith(NEWS));
  return news.map(([, one]) => one).sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
}

/** Those that nobody has looked at first, then the newest. */
export function signupsOf({ items }: HallRoom): Signup[] {
  const waits = ({ state }: Signup) => (state === 'waiting' ? 0 : 1);
  return [...items.all<Signup>('signup').values()].sort((a, b) => waits(a) - waits(b) || b.at - a.at);
}

/** Organisations that are shown, each once a measure, by name. */
export function joinedOf(room: HallRoom): NonNullable<ResultsPage['joined']> {
  const joined: NonNullable<ResultsPage['joined']> = {};
  const seen = new Set<string>();
  for (const { state, measure, organisation } of signupsOf(room)) {
    const once = `${measure} ${organisation.toLowerCase()}`;
    if (state !== 'shown' || seen.has(once)) continue;
    seen.add(once);
    joined[measure] = [...(joined[measure] ?? []), organisation];
  }
  for (const names of Object.values(joined)) names.sort((a, b) => a.localeCompare(b, 'nb'));
  return joined;
}

export function page(key: string, value: unknown): HallItem {
  return { kind: 'page', key, value };
}
