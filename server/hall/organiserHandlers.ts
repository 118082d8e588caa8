/** What the organiser changes while the hall runs: stations, rounds, settings, tray, log. */

import { FaultError } from '../fault.ts';
import type { Handlers } from './hallHandlers.ts';

const notYet = (): never => {
  throw new FaultError('internal', 'not built yet');
};

type Names =
  | 'hall:set'
  | 'rounds:set'
  | 'station:edit'
  | 'station:add'
  | 'station:order'
  | 'station:remove'
  | 'tray:look'
  | 'tray:return'
  | 'tray:hang'
  | 'log:look';

export const organiserHandlers: Pick<Handlers, Names> = {
  'hall:set': async () => notYet(),
  'rounds:set': async () => notYet(),
  'station:edit': async () => notYet(),
  'station:add': async () => notYet(),
  'station:order': async () => notYet(),
  'station:remove': async () => notYet(),
  'tray:look': async () => notYet(),
  'tray:return': async () => notYet(),
  'tray:hang': async () => notYet(),
  'log:look': async () => notYet(),
};
