/** The host's desk: hands, hidden notes, who is here, and order. */

import type { ParticipantId } from '../../shared/domain/ids.ts';
import type { You } from '../../shared/protocol/hallEvents.ts';
import { FaultError } from '../fault.ts';
import type { HallRoom } from './HallRoom.ts';
import type { Handlers } from './hallHandlers.ts';

const notYet = (): never => {
  throw new FaultError('internal', 'not built yet');
};

/** The hand that a person holds up. */
export function handOf(_room: HallRoom, _participant: ParticipantId): You['hand'] {
  return null;
}

type Names =
  | 'station:reveal'
  | 'hand:raise'
  | 'hand:lower'
  | 'organiser:call'
  | 'desk:look'
  | 'note:hide'
  | 'note:return'
  | 'person:shut'
  | 'wall:order';

export const deskHandlers: Pick<Handlers, Names> = {
  'station:reveal': async () => notYet(),
  'hand:raise': async () => notYet(),
  'hand:lower': async () => notYet(),
  'organiser:call': async () => notYet(),
  'desk:look': async () => notYet(),
  'note:hide': async () => notYet(),
  'note:return': async () => notYet(),
  'person:shut': async () => notYet(),
  'wall:order': async () => notYet(),
};
