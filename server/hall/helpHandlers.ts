/** Grouping help: what is suggested, refused and done at a press, and threads across stations. */

import { FaultError } from '../fault.ts';
import type { Handlers } from './hallHandlers.ts';

type Names =
  | 'help:look'
  | 'help:refuse'
  | 'group:make'
  | 'group:undo'
  | 'note:similar'
  | 'threads:look'
  | 'thread:set';

export const helpHandlers: Pick<Handlers, Names> = {
  'help:look': () => Promise.reject(new FaultError('unavailable', 'not made yet')),
  'help:refuse': () => Promise.reject(new FaultError('unavailable', 'not made yet')),
  'group:make': () => Promise.reject(new FaultError('unavailable', 'not made yet')),
  'group:undo': () => Promise.reject(new FaultError('unavailable', 'not made yet')),
  'note:similar': () => Promise.reject(new FaultError('unavailable', 'not made yet')),
  'threads:look': () => Promise.reject(new FaultError('unavailable', 'not made yet')),
  'thread:set': () => Promise.reject(new FaultError('unavailable', 'not made yet')),
};
