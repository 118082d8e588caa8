/** The hall's time and end. */

import { FaultError } from '../fault.ts';
import type { Handlers } from './hallHandlers.ts';

const notYet = (): never => {
  throw new FaultError('internal', 'not built yet');
};

type Names = 'timer:start' | 'timer:add' | 'timer:pause' | 'timer:stop' | 'hall:end';

export const flowHandlers: Pick<Handlers, Names> = {
  'timer:start': async () => notYet(),
  'timer:add': async () => notYet(),
  'timer:pause': async () => notYet(),
  'timer:stop': async () => notYet(),
  'hall:end': async () => notYet(),
};
