/** Who one is at a hall's boards, and which notes are one's own. */

import { useCallback, useEffect, useState } from 'react';
import type { Role } from '../../../shared/domain/hall.ts';
import type { HallId, NoteId, ParticipantId, StationId } from '../../../shared/domain/ids.ts';
import { deviceStorage, readJson } from '../../state/deviceStorage.ts';
import { useHallStore } from '../../state/hallStore.ts';
import { useOutboxStore } from '../../state/outboxStore.ts';

/** Who one is at this hall's boards. */
export interface Me {
  participant: ParticipantId;
  role: Role;
  stations: StationId[];
}

/** Who one is, by the hall channel; until that has answered, as this browser last heard, so that a board opens at once. */
export function useMe(hall: HallId): Me | null {
  const you = useHallStore((store) => store.you);
  const key = `vh.me.${hall}`;
  const [known] = useState(() => readJson<Me>(deviceStorage, key));
  const [me, setMe] = useState<Me | null>(known);
  useEffect(() => {
    if (!you) return;
    const { participantId: participant, role, stations } = you;
    setMe({ participant, role, stations });
    deviceStorage.set(key, JSON.stringify({ participant, role, stations }));
  }, [you, key]);
  return me;
}

/** Whether a note is one's own, by the server's word, or one's to moderate. */
export function useIsMine(moderates: boolean): (note: NoteId) => boolean {
  const mine = useOutboxStore((store) => store.mine);
  return useCallback(
    (note: NoteId) => moderates || (mine?.some(({ id }) => id === note) ?? false),
    [moderates, mine],
  );
}
