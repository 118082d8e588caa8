/** A hall's consent to the server's language model. */

import { moreOf } from '../../shared/domain/hall.ts';
import type { ModelUse } from '../insight/LanguageModel.ts';
import type { HallRoom } from './HallRoom.ts';

/** How the model is asked for this hall: the organiser's word counts at each call, not only at the press. */
export function modelUse(room: HallRoom): ModelUse {
  return {
    hallId: room.hall.id,
    allowed: () => {
      const { settings, endedAt } = moreOf(room.hall);
      return settings.model && endedAt === null;
    },
  };
}
