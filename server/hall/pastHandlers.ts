/** Looking back: a station hung again as it stood at a time, and that taken back. Rules LB6–LB9 in docs/SPEC.md. */

import { type Change, revert } from '../../shared/board/boardOps.ts';
import type { NoteId, StationId } from '../../shared/domain/ids.ts';
import { may } from '../../shared/domain/permission.ts';
import { SERVER } from '../board/writeContext.ts';
import { FaultError } from '../fault.ts';
import { changesSince } from '../past/arrangement.ts';
import { type Door, doorOf } from './door.ts';
import { orUnavailable } from './groupingHelp.ts';
import type { HallCall, Handlers } from './hallCalls.ts';
import { mustLive } from './stationEdits.ts';

type Names = 'station:restore' | 'station:restore-undo';

/** What a station's last restoring changed, kept so that it can be taken back, after a restart too. */
interface Restoring {
  press: string;
  restored: number;
  changes: Change[];
}

export const pastHandlers: Pick<Handlers, Names> = {
  'station:restore': async (call, { stationId, at, notes, press }) => {
    mustHost(call, stationId);
    return call.room.presses.once(`station:restore ${stationId} ${press}`, async () => {
      const { items } = call.room;
      const known = items.get<Restoring>('deed', keyOf(stationId));
      if (known?.press === press) return { restored: known.restored };
      const door = await doorOf(call, stationId);
      const changes = await restore(call, door, at, notes);
      const restored = touched(changes).size;
      if (changes.length > 0) {
        const value: Restoring = { press, restored, changes };
        await items.save([{ kind: 'deed', key: keyOf(stationId), value }]);
        await call.record('station:restore', stationId);
        tellOwners(call, door, changes);
      }
      return { restored };
    });
  },

  'station:restore-undo': async (call, { stationId, press }) => {
    mustHost(call, stationId);
    return call.room.presses.once(`station:restore-undo ${stationId} ${press}`, async () => {
      const { items } = call.room;
      const known = items.get<Restoring>('deed', keyOf(stationId));
      if (known?.press !== press) throw new FaultError('gone', 'another restoring came after it', 'press');
      const door = await doorOf(call, stationId);
      mustBeSound(door);
      const { outcome, changes } = await door.board.write(({ doc }) => revert(doc, known.changes, SERVER));
      await items.save([{ kind: 'deed', key: keyOf(stationId), value: null }]);
      await call.record('station:restore-undo', stationId);
      tellOwners(call, door, changes);
      return { restored: touched(changes).size, whole: outcome === 'done' };
    });
  },
};

const keyOf = (stationId: StationId) => `restore ${stationId}`;

function mustHost({ room, session }: HallCall, stationId: StationId): void {
  room.station(stationId);
  if (!may(session.actor, 'station:host', stationId)) {
    throw new FaultError('forbidden', 'only the station’s host sets it back');
  }
  mustLive(room.hall);
}

function mustBeSound({ board }: Door): void {
  if (board.damaged) throw new FaultError('read_only', 'the station is damaged and can only be read');
}

/** Sets the board back in one write. @returns what that changed */
async function restore(
  { history, insight }: HallCall,
  door: Door,
  at: number,
  notes: readonly NoteId[] | undefined,
): Promise<Change[]> {
  mustBeSound(door);
  const record = await history.loadAt(door.stationId, at);
  if (!record || record.head === 0) throw new FaultError('not_found', 'the station did not stand then', 'at');
  const order = { record: { ...record, owners: [], leases: [] }, ...(notes && { only: notes }) };
  // A host has pressed and waits: it goes before what is thought out meanwhile.
  const then = await orUnavailable(insight.run('arranged', order, { first: true }));
  if (!then) throw new FaultError('unavailable', 'the station of then can’t be read');
  return door.board.write(({ doc }) => revert(doc, changesSince(then, doc), SERVER).changes);
}

/** The notes that changes are of; of a group alone, the group. */
function touched(changes: readonly Change[]): Set<string> {
  const ids = changes.flatMap((change) => ('id' in change ? [change.id] : []));
  const notes = ids.filter((id) => id.startsWith('n_'));
  return new Set(notes.length > 0 ? notes : ids);
}

/** A writer's own list shows a note's level and its place on the timeline. */
function tellOwners({ tellOwner }: HallCall, { board }: Door, changes: readonly Change[]): void {
  const owners = new Set(
    changes.flatMap((change) =>
      change.kind === 'note' && (change.field === 'level' || change.field === 'slot')
        ? (board.ownerOf(change.id) ?? [])
        : [],
    ),
  );
  for (const owner of owners) tellOwner(owner);
}
