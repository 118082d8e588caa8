/** The hall's rounds, its time and its end. */

import { moreOf } from '../../shared/domain/hall.ts';
import { may } from '../../shared/domain/permission.ts';
import { FaultError } from '../fault.ts';
import type { HallCall, Handlers } from './hallCalls.ts';

type Names = 'round:start' | 'timer:start' | 'timer:add' | 'timer:pause' | 'timer:stop' | 'hall:end';

export const flowHandlers: Pick<Handlers, Names> = {
  'round:start': async (call, { round }) => {
    mustSteer(call);
    if (await call.room.startRound(round)) await call.record('round:start', undefined, String(round));
    return { round: call.room.hall.round };
  },

  'timer:start': async (call, { kind, ms, press }) => {
    mustSteer(call);
    return call.room.presses.once(`timer:start ${press}`, async () => {
      await call.room.setTimer((_, count) => count.start(kind, ms));
      // Another press may have taken it away already.
      const timer = call.room.timer ?? { kind, total: ms, left: 0, running: false, until: null };
      await call.record('timer:start', undefined, kind);
      return { timer };
    });
  },

  'timer:add': async (call, { ms, press }) => {
    mustSteer(call);
    return call.room.presses.once(`timer:add ${press}`, async () => {
      const added = await call.room.setTimer((now, count) => now && count.add(now, ms));
      const { timer } = call.room;
      if (added) await call.record('timer:add', undefined, String(Math.round(ms / 1_000)));
      return { timer };
    });
  },

  'timer:pause': async (call, { paused }) => {
    mustSteer(call);
    const changed = await call.room.setTimer((now, count) => now && count.pause(now, paused));
    const { timer } = call.room;
    if (changed) await call.record('timer:pause', undefined, paused ? 'on' : 'off');
    return { timer };
  },

  'timer:stop': async (call) => {
    mustSteer(call);
    if (await call.room.setTimer(() => null)) await call.record('timer:stop');
    return {};
  },

  'hall:end': async (call, { ended }) => {
    if (!may(call.session.actor, 'hall:organise')) {
      throw new FaultError('forbidden', 'only the organiser ends the hall');
    }
    if (await call.room.end(ended)) await call.record('hall:end', undefined, ended ? 'on' : 'off');
    return { endedAt: moreOf(call.room.hall).endedAt };
  },
};

/** Rounds and time are the organiser's, and the hosts' while the hall's settings let them. @throws {FaultError} forbidden */
function mustSteer({ room, session }: HallCall): void {
  const { actor, role } = session;
  const lets = role === 'organiser' || moreOf(room.hall).settings.hostsSteer;
  if (!may(actor, 'round:start') || !lets) {
    throw new FaultError('forbidden', 'only the organiser steers rounds and time, and hosts who are let');
  }
}
