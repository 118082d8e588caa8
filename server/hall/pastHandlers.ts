/** Looking back: a station hung again as it stood at a time. */

import { FaultError } from '../fault.ts';
import type { Handlers } from './hallHandlers.ts';

type Names = 'station:restore';

export const pastHandlers: Pick<Handlers, Names> = {
  'station:restore': () => Promise.reject(new FaultError('unavailable', 'not made yet')),
};
