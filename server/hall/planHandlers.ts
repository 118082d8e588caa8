/** Summaries and measures, where the server writes them: drafts, signatures, measures pulled at a press. */

import { FaultError } from '../fault.ts';
import type { Handlers } from './hallHandlers.ts';

type Names = 'summary:draft' | 'summary:sign' | 'summary:look' | 'measure:pull' | 'measure:propose';

export const planHandlers: Pick<Handlers, Names> = {
  'summary:draft': () => Promise.reject(new FaultError('unavailable', 'not made yet')),
  'summary:sign': () => Promise.reject(new FaultError('unavailable', 'not made yet')),
  'summary:look': () => Promise.reject(new FaultError('unavailable', 'not made yet')),
  'measure:pull': () => Promise.reject(new FaultError('unavailable', 'not made yet')),
  'measure:propose': () => Promise.reject(new FaultError('unavailable', 'not made yet')),
};
