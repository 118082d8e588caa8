/** Votes, and the last minute taken back. */

import { FaultError } from '../fault.ts';
import type { Handlers } from './hallHandlers.ts';

const notYet = (): never => {
  throw new FaultError('internal', 'not built yet');
};

type Names = 'vote:begin' | 'vote:set' | 'vote:dots' | 'vote:rate' | 'vote:look' | 'person:undo';

export const voteHandlers: Pick<Handlers, Names> = {
  'vote:begin': async () => notYet(),
  'vote:set': async () => notYet(),
  'vote:dots': async () => notYet(),
  'vote:rate': async () => notYet(),
  'vote:look': async () => notYet(),
  'person:undo': async () => notYet(),
};
