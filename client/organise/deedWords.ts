/** What a deed in the hall's log is called. A deed that is not known yet is shown by its code. */

import type { LogLine } from '../../shared/protocol/hallEvents.ts';
import type { Text } from '../text/index.ts';

type Words = Text['run']['log'];

/** What was done, without who and where. Ids of people and notes are told to nobody. */
export function deedWords({ deed, about = '' }: LogLine, words: Words): string {
  if (deed === 'round:start') return words.round(about);
  const deeds: Record<string, string | undefined> = words.deeds;
  return deeds[`${deed} ${about}`] ?? deeds[deed] ?? deed;
}
