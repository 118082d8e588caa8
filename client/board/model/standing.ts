/** How a board stands, out of all that its connection tells: one word, and what must be said with it. */

import type { Locale } from '../../../shared/domain/hall.ts';
import { CLOSE } from '../../../shared/protocol/boardFrames.ts';
import type { BoardConnectionState } from '../../sync/boardConnection.ts';
import type { Text } from '../../text/index.ts';
import { tagOf } from '../../text/tagOf.ts';

export type Standing =
  | 'connecting'
  | 'saved'
  | 'saving'
  | 'reading'
  | 'offline'
  | 'restart'
  | 'station'
  | 'closed';

/** Never better than it is: `saved` is only said in contact, with every own edit on the server's disk. */
export function standingOf({ status, lull, mode, unsaved }: BoardConnectionState): Standing {
  if (status === 'closed') return 'closed';
  if (status !== 'live') return lull ?? status;
  if (unsaved > 0) return 'saving';
  return mode === 'read' || mode === 'damaged' ? 'reading' : 'saved';
}

/** What a person must know before they go on; null where all is as they would think. */
export function bannerOf(
  state: BoardConnectionState,
  words: Text['board']['banner'],
  locale: Locale,
  now = Date.now(),
): string | null {
  const { status, closeCode, mode, unsaved, kept, copyAt, heardAt, lull } = state;
  if (status === 'closed') {
    if (closeCode === null) return words.tooMany;
    if (closeCode === CLOSE.noStation) return words.noStation;
    return closeCode === CLOSE.noSession ? words.noSession : words.forbidden;
  }
  if (unsaved > 0 && !kept) return words.notKept;
  if (mode === 'damaged') return words.damaged;
  if (status === 'live' || status === 'connecting') return null;
  const when = (at: number) => words.clock(...clockOf(at, now, locale));
  const said: string[] = [];
  if (lull) said.push(words[lull]);
  if (copyAt !== null) said.push(words.copy(when(copyAt)));
  else if (!lull) said.push(words.noContact(heardAt === null ? null : when(heardAt)));
  if (mode === 'write') said.push(words.goOn);
  else if (mode !== null && copyAt === null) said.push(words.asItWas);
  if (unsaved > 0) said.push(words.onDevice(unsaved));
  return said.join(' ');
}

/** The time of day, and the day where that is not today. */
function clockOf(at: number, now: number, locale: Locale): [clock: string, day: string | null] {
  const tag = tagOf(locale);
  const clock = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit' }).format(at);
  if (new Date(at).toDateString() === new Date(now).toDateString()) return [clock, null];
  return [clock, new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long' }).format(at)];
}
