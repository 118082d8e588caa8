/** A board that has been worked on: notes by many authors, moved about by others, so that its history is a real one's. */

import * as Y from 'yjs';
import { move } from '../../../shared/board/boardOps.ts';
import type { NoteId } from '../../../shared/domain/ids.ts';
import { Random } from '../../crowd/random.ts';
import { until } from '../../harness/until.ts';
import { BoardLink } from './BoardLink.ts';
import { extentOf, hang } from './ourHall.ts';
import { many, sleep } from './pace.ts';
import type { Wire } from './wires.ts';

/** Updates that one author sends at once; a person may send no more than 40 a second in the long run. */
const MOVES_EACH = 10;

/**
 * Fills a board. One mirror for all authors, which is given the clientID of whoever acts; each sends what is theirs over
 * a connection of their own. @returns a document of its own with all of it
 */
export async function seedBoard(
  wireOf: (author: number) => Wire,
  authors: number,
  notes: number,
): Promise<Y.Doc> {
  const mirror = new Y.Doc();
  const random = new Random(1);
  const clients = Array.from({ length: authors }, () => 1_000 + random.whole(0, 2 ** 31));
  const links = await many(authors, 50, (author) => BoardLink.open(wireOf(author)));
  let author = 0;
  mirror.on('update', (bytes: Uint8Array) => links[author]!.update(bytes));
  const asEach = (act: (author: number) => void) => {
    for (author = 0; author < authors; author++) {
      mirror.clientID = clients[author]!;
      act(author);
    }
  };

  const ids: NoteId[] = [];
  asEach((who) => {
    mirror.transact(() => {
      for (let index = who; index < notes; index += authors) ids.push(hang(mirror, index));
    });
  });
  await there(links, wireOf, mirror);
  // Each moves notes that no other moves, so that none builds on what another's connection has not brought yet.
  asEach((who) => {
    for (let moved = 0; moved < MOVES_EACH; moved++) {
      const index = who + authors * random.whole(0, Math.floor((ids.length - 1 - who) / authors));
      const [x, y] = extentOf(notes).map((far) => random.whole(0, far));
      move(mirror, [{ id: ids[index]!, pos: [x!, y!] }]);
    }
  });
  await there(links, wireOf, mirror);
  for (const link of links) link.leave();
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(mirror));
  return doc;
}

/** Waits until the server has all that the mirror has: by what it acknowledges, else by what it gives to one who comes. */
async function there(
  links: readonly BoardLink[],
  wireOf: (author: number) => Wire,
  mirror: Y.Doc,
): Promise<void> {
  const patience = { what: 'the board to be filled', within: 60_000 };
  const refused = () => links.find((link) => link.refused)?.refused;
  const taken = () => links.every((link) => link.saved >= link.sent);
  if (wireOf(0).acknowledges) {
    await until(() => taken() || refused(), patience);
    if (refused()) throw new Error(refused()!);
    return;
  }
  const states = (doc: Y.Doc) => Y.decodeStateVector(Y.encodeStateVector(doc));
  const wanted = states(mirror);
  await until(async () => {
    const doc = new Y.Doc();
    const onState = (bytes: Uint8Array) => Y.applyUpdate(doc, bytes);
    (await BoardLink.open(wireOf(0), { onState })).leave();
    const have = states(doc);
    const all = [...wanted].every(([client, clock]) => (have.get(client) ?? 0) >= clock);
    if (!all) await sleep(200);
    return all;
  }, patience);
}
