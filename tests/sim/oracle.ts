/** Judges the end of a run: what was promised is there, what may not be is not, and all see the same. */

import { isDeepStrictEqual } from 'node:util';
import * as Y from 'yjs';
import { BoardContent } from '../../server/board/BoardContent.ts';
import { ROOT_NAMES } from '../../shared/board/boardDoc.ts';
import type { ParticipantId } from '../../shared/domain/ids.ts';
import { rootNamed } from '../../shared/plan/roots.ts';
import type { Who } from './Chronicle.ts';
import { Court, type Judged } from './Court.ts';
import { STATION } from './hall.ts';
import type { Boarder } from './people/Boarder.ts';
import type { World } from './World.ts';

/** Judges a world in which all is drained. Violations go to the world. `blind`: who need not see what the server has. */
export async function judgeEnd(world: World, blind: readonly Boarder[] = []): Promise<Judged> {
  const room = await world.clock.soon(world.engine.boards.get(STATION.id));
  const live = await world.clock.soon(room.read((doc) => doc));
  const record = world.disk.record(STATION.id);
  const loaded = new BoardContent(STATION.id, record);
  if (loaded.damage.length > 0) world.wrong(`the record is damaged: ${JSON.stringify(loaded.damage)}`);
  mustBeSame(world, 'what is loaded anew', live, loaded.doc);
  mustBeSame(world, 'what was durable', live, world.disk.durable(STATION.id));
  if (!loaded.sound) world.wrong('the document that was loaded is not sound');
  for (const [id, owner] of record.owners) {
    if (room.ownerOf(id) !== owner) world.wrong(`the owner of ${id} is another after loading`);
  }
  if (room.written !== record.owners.length) world.wrong('the table of owners differs after loading');
  if (room.notes !== record.notes || room.notes !== loaded.notes) world.wrong('the count of notes differs');
  for (const boarder of world.boarders) {
    if (blind.includes(boarder)) continue;
    const { doc, who, kind } = boarder;
    if (doc.store.pendingStructs || doc.store.pendingDs) world.wrong(`something is pending at ${who.name}`);
    mustBeSame(world, `what ${who.name} (${kind}) sees`, live, doc);
  }
  const people = new Map<ParticipantId, Who>();
  for (const { who } of world.chronicle.deeds) people.set(who.participant, who);
  for (const { who } of world.chronicle.padDeeds) people.set(who.participant, who);
  const court = new Court(world, live, new Map(record.leases), new Map(record.owners), people);
  court.promises();
  court.pads();
  court.rights();
  const judged = court.judged();
  loaded.doc.destroy();
  return judged;
}

function mustBeSame(world: World, what: string, live: Y.Doc, other: Y.Doc): void {
  if (!Y.equalSnapshots(Y.snapshot(live), Y.snapshot(other))) {
    const [here, there] = [live, other].map((doc) => Y.decodeStateVector(Y.encodeStateVector(doc)));
    const apart = [...new Map([...here!, ...there!]).keys()]
      .filter((client) => here!.get(client) !== there!.get(client))
      .map((client) => `${client}: ${here!.get(client)} / ${there!.get(client)}`);
    world.wrong(`${what} holds other changes than the server: ${apart.join(', ') || 'in what is deleted'}`);
  }
  for (const root of ROOT_NAMES) {
    if (!isDeepStrictEqual(rootNamed(live, root).toJSON(), rootNamed(other, root).toJSON())) {
      world.wrong(`${what} is not what the server has: ${root}`);
    }
  }
}
