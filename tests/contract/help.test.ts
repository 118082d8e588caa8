/** Grouping help over real sockets: suggestions, refusals, grouping at a press, what is alike, the wall's arrangement, threads. */

import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../server/ports.ts';
import { createMemoryStore } from '../../server/store/memory.ts';
import { readClusters, readNotes } from '../../shared/board/boardDoc.ts';
import { joinCluster, makeCluster, move, nameCluster, pullOut } from '../../shared/board/boardOps.ts';
import { type BoardView, viewBoard } from '../../shared/board/boardView.ts';
import { type ClusterId, type NoteId, newId, randomText, type StationId } from '../../shared/domain/ids.ts';
import type { GroupingHelp } from '../../shared/domain/suggestion.ts';
import type { RequestName, RequestOf, ShownThread } from '../../shared/protocol/hallEvents.ts';
import type { CreatedHall, CreatedSession } from '../../shared/protocol/rest.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { makeHall, sessionOf } from '../harness/hall.ts';
import { HallClient } from '../harness/hallClient.ts';
import { type InProcess, startInProcess } from '../harness/inProcess.ts';
import { until } from '../harness/until.ts';

const TEMPLATE = {
  v: 1,
  stations: [
    { slug: 'a', title: 'Første', kind: 'wall', question: 'Hva?' },
    { slug: 'b', title: 'Andre', kind: 'wall', question: 'Hvordan?' },
  ],
};
const BUSES = [
  'Bussen går for sjelden på kvelden',
  'Bussen går altfor sjelden om kvelden',
  'For få bussavganger på kveldstid',
];
const OTHERS = ['Lærerne trenger tid til samarbeid', 'Verkstedet mangler verktøy', 'Kantina bør ha varm mat'];

const store: Store = createMemoryStore();
let server: InProcess;
let made: CreatedHall;
let first: StationId;
let second: StationId;
const open: { leave(): void }[] = [];

beforeEach(async () => {
  server = await startInProcess({ store });
  made = await makeHall(server.base, TEMPLATE);
  [first, second] = made.hall.stations.map(({ id }) => id) as [StationId, StationId];
});
afterEach(async () => {
  for (const one of open.splice(0)) one.leave();
  await server.app.close();
});
afterAll(() => store.close());

const press = () => randomText(16);

async function join(role: CreatedSession['role'], station?: StationId) {
  return comeAs(await sessionOf(server.base, made, role, station));
}

async function comeAs(session: CreatedSession) {
  const client = await HallClient.joined(server.base, session);
  open.push(client);
  /** The answer, or the fault's code. */
  const ask = async <Name extends RequestName>(name: Name, request: RequestOf<Name>) => {
    const answer = await client.ask(name, request);
    return answer.ok ? answer.data : answer.error.code;
  };
  const helpAt = async (stationId: StationId): Promise<GroupingHelp> => {
    const answer = await client.ask('help:look', { stationId });
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.data.help;
  };
  const threads = async (): Promise<ShownThread[]> => {
    const answer = await client.ask('threads:look', {});
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.data.threads;
  };
  return { session, client, ask, helpAt, threads };
}
type Person = Awaited<ReturnType<typeof comeAs>>;

async function write(person: Person, texts: readonly string[], stationId = first): Promise<NoteId[]> {
  const ids: NoteId[] = [];
  for (const text of texts) {
    const id = newId('n');
    expect(await person.ask('note:write', { stationId, id, text })).toMatchObject({ note: { id } });
    ids.push(id);
  }
  return ids;
}

async function boardOf({ session }: Person, station = first) {
  const board = await BoardClient.joined({ base: server.base, station, token: session.token, ours: true });
  open.push(board);
  return board;
}

const viewOf = ({ doc }: BoardClient): BoardView => viewBoard(readNotes(doc), readClusters(doc));
const membersOf = (board: BoardClient, cluster: ClusterId) =>
  viewOf(board).clusters.get(cluster)?.members ?? [];
const saved = (board: BoardClient) =>
  until(() => board.saved >= board.sent, { what: 'the board to be saved' });

async function restart(): Promise<void> {
  for (const one of open.splice(0)) one.leave();
  await server.app.close();
  server = await startInProcess({ store });
}

describe('suggestions', () => {
  it('are for the station’s host and the organiser alone (GH1)', async () => {
    const host = await join('host', first);
    const person = await join('participant');
    const ids = await write(person, [...BUSES, ...OTHERS]);
    const { suggestions, alone } = await host.helpAt(first);
    expect(suggestions[0]!.notes).toEqual(expect.arrayContaining(ids.slice(0, 2)));
    expect(alone).toContain(ids[4]);
    expect(await (await join('organiser')).helpAt(first)).toEqual({ suggestions, alone, torn: [] });
    for (const other of [person, await join('host', second), await join('wall')]) {
      expect(await other.ask('help:look', { stationId: first })).toBe('forbidden');
      const refusal = { stationId: first, key: suggestions[0]!.key, refused: true };
      expect(await other.ask('help:refuse', refusal)).toBe('forbidden');
      expect(await other.ask('group:make', { stationId: first, press: press(), notes: ids })).toBe(
        'forbidden',
      );
      expect(await other.ask('group:undo', { stationId: first, press: press() })).toBe('forbidden');
      expect(await other.ask('wall:adopt', { stationId: first, press: press() })).toBe('forbidden');
    }
  });

  it('that were refused stay refused after a restart, and come back when the refusal is taken back (GH3)', async () => {
    const host = await join('host', first);
    await write(await join('participant'), [...BUSES, ...OTHERS]);
    const keys = async (who: Person) => (await who.helpAt(first)).suggestions.map(({ key }) => key);
    const [key] = await keys(host);
    expect(await host.ask('help:refuse', { stationId: first, key: key!, refused: true })).toEqual({});
    expect(await keys(host)).not.toContain(key);
    await restart();
    const again = await comeAs(host.session);
    expect(await keys(again)).not.toContain(key);
    expect(await again.ask('help:look', { stationId: first })).toMatchObject({ refused: 1 });
    await again.ask('help:refuse', { stationId: first, key: key!, refused: false });
    expect(await keys(again)).toContain(key);
    const lines = await store.logLines(made.hall.id, 20);
    expect(JSON.stringify(lines)).not.toContain('ussen');
  });

  it('know nothing of notes that wait or were taken down (GH2)', async () => {
    const host = await join('host', first);
    const person = await join('participant');
    const [shown, hidden] = await write(person, BUSES);
    await host.ask('note:hide', { stationId: first, id: hidden! });
    await host.ask('station:rule', { stationId: first, hiding: true });
    const [waiting] = await write(person, ['Bussen går for sjelden på kveldene']);
    const told = JSON.stringify(await host.helpAt(first));
    expect(told).toContain(shown);
    expect(told).not.toContain(hidden);
    expect(told).not.toContain(waiting);
  });
});

describe('notes that several drag between two groups', () => {
  it('are flagged with the two groups, after a restart too, and who did it is told nobody (GH14)', async () => {
    const host = await join('host', first);
    const [anna, ben] = [await join('participant'), await join('participant')];
    const [moved, corrected, own, ...rest] = await write(anna, [...OTHERS, ...BUSES]);
    const [theirs, other] = [await boardOf(anna), await boardOf(ben)];
    const [a, b] = [newId('c'), newId('c')];
    makeCluster(theirs.doc, { id: a, title: 'Tid', pos: [4_000, 0] }, [moved!, corrected!, own!, rest[0]!]);
    makeCluster(theirs.doc, { id: b, title: 'Utstyr', pos: [6_000, 0] }, [rest[1]!]);
    await saved(theirs);
    const drag = async (board: BoardClient, note: NoteId, to: ClusterId) => {
      await board.ask();
      joinCluster(board.doc, to, [note]);
      await saved(board);
    };
    const torn = async (who: Person) => (await who.helpAt(first)).torn;
    await drag(theirs, moved!, b);
    // One who corrects another, and one who has second thoughts, tear nothing.
    await drag(other, corrected!, b);
    await drag(theirs, own!, b);
    await drag(theirs, own!, a);
    expect(await torn(host)).toEqual([]);
    await drag(other, moved!, a);
    const flagged = [{ note: moved, between: [a, b], dragged: true }];
    expect(await torn(host)).toEqual(flagged);
    const told = JSON.stringify(await host.helpAt(first));
    for (const { session } of [anna, ben]) expect(told).not.toContain(session.participantId);
    await restart();
    const again = await comeAs(host.session);
    expect(await torn(again)).toEqual(flagged);
    // Whoever hosts has the last word, on the board and at a press.
    const [board, mine] = [await boardOf(again), await boardOf(await comeAs(anna.session))];
    await drag(board, moved!, b);
    expect(await torn(again)).toEqual([]);
    await drag(mine, moved!, a);
    expect(await torn(again)).toEqual(flagged);
    pullOut(mine.doc, [{ id: moved!, pos: [0, 900] }]);
    await saved(mine);
    expect(await torn(again)).toEqual(flagged);
    const choice = { stationId: first, press: press(), notes: [moved!], cluster: a };
    expect(await again.ask('group:make', choice)).toEqual({ cluster: a });
    expect(await torn(again)).toEqual([]);
  });
});

describe('grouping at a press', () => {
  it('groups once however often it is sent, and is taken back, after a restart too (GH5, GH7)', async () => {
    const host = await join('host', first);
    const ids = await write(await join('participant'), BUSES);
    const once = { stationId: first, press: press(), notes: ids, title: 'Buss om kvelden' };
    const answer = await host.ask('group:make', once);
    const { cluster } = answer as { cluster: ClusterId };
    expect(await host.ask('group:make', once)).toEqual({ cluster });
    await restart();
    const again = await comeAs(host.session);
    expect(await again.ask('group:make', once)).toEqual({ cluster });
    const board = await boardOf(again);
    expect(membersOf(board, cluster)).toEqual(ids);
    expect(viewOf(board).clusters.get(cluster)?.title).toBe('Buss om kvelden');
    expect(await again.ask('group:undo', { stationId: first, press: once.press })).toEqual({ whole: true });
    expect(await again.ask('group:undo', { stationId: first, press: once.press })).toEqual({ whole: true });
    await until(() => viewOf(board).clusters.size === 0, { what: 'the group to be gone' });
  });

  it('leaves what somebody has grouped meanwhile, and is taken back without what was moved since (GH6, GH8)', async () => {
    const host = await join('host', first);
    const ids = await write(await join('participant'), [...BUSES, ...OTHERS]);
    const board = await boardOf(host);
    const own = newId('c');
    makeCluster(board.doc, { id: own, title: 'Mitt', pos: [4_000, 0] }, [ids[0]!]);
    await saved(board);
    const request = { stationId: first, press: press(), notes: ids.slice(0, 4) };
    const { cluster } = (await host.ask('group:make', request)) as { cluster: ClusterId };
    await until(() => membersOf(board, cluster).length === 3, { what: 'three notes in the group' });
    expect(membersOf(board, own)).toEqual([ids[0]]);
    joinCluster(board.doc, own, [ids[1]!]);
    await saved(board);
    expect(await host.ask('group:undo', { stationId: first, press: request.press })).toEqual({
      whole: false,
    });
    await until(() => membersOf(board, cluster).length === 0, { what: 'the group to be empty' });
    expect(membersOf(board, own)).toEqual([ids[0], ids[1]]);
    // One that others have named since is no longer the help's to take back.
    const named = { stationId: first, press: press(), notes: ids.slice(2, 4) };
    const { cluster: theirs } = (await host.ask('group:make', named)) as { cluster: ClusterId };
    await until(() => membersOf(board, theirs).length === 2, { what: 'the second group' });
    nameCluster(board.doc, theirs, 'Deres navn');
    await saved(board);
    expect(await host.ask('group:undo', { stationId: first, press: named.press })).toEqual({ whole: false });
    expect(membersOf(board, theirs)).toHaveLength(2);
    expect(viewOf(board).clusters.get(theirs)?.title).toBe('Deres navn');
    pullOut(
      board.doc,
      ids.slice(2, 4).map((id, index) => ({ id, pos: [index * 300, 2_000] })),
    );
    await saved(board);
    // Into a group that people made.
    const join2 = { stationId: first, press: press(), notes: [ids[2]!, ids[1]!], cluster: own };
    expect(await host.ask('group:make', join2)).toEqual({ cluster: own });
    await until(() => membersOf(board, own).length === 3, { what: 'the third note' });
    const all = { stationId: first, press: press(), notes: ids.slice(0, 2) };
    expect(await host.ask('group:make', all)).toBe('gone');
    expect(await host.ask('group:make', { ...all, press: press(), cluster: newId('c') })).toBe('gone');
  });
});

describe('the wall’s arrangement', () => {
  it('becomes the board’s at one press, and is taken back by one (GH9)', async () => {
    const host = await join('host', first);
    const ids = await write(await join('participant'), [...BUSES, ...OTHERS]);
    const board = await boardOf(host);
    makeCluster(board.doc, { id: newId('c'), title: 'Buss', pos: [3_000, 900] }, ids.slice(0, 3));
    move(
      board.doc,
      ids.slice(3).map((id, index) => ({ id, pos: [index * 30, index * 30] as const })),
    );
    await saved(board);
    const places = () =>
      JSON.stringify([...viewOf(board).notes.values()].map(({ note, x, y }) => [note.id, x, y]).sort());
    const before = places();
    const once = { stationId: first, press: press() };
    expect(await host.ask('wall:adopt', once)).toEqual({ moved: 4 });
    await until(() => places() !== before, { what: 'the arrangement' });
    const after = places();
    expect(await host.ask('wall:adopt', { ...once, press: press() })).toEqual({ moved: 0 });
    expect(await host.ask('wall:adopt', once)).toEqual({ moved: 4 });
    expect(places()).toBe(after);
    expect(await host.ask('group:undo', once)).toEqual({ whole: true });
    await until(() => places() === before, { what: 'the board as it was' });
  });
});

describe('something alike', () => {
  const alike = (person: Person, text: string, except?: NoteId) =>
    person.ask('note:similar', { stationId: first, text, ...(except ? { except } : {}) });

  it('is told of what hangs, by others, and of nothing hidden or waiting (GH4)', async () => {
    const host = await join('host', first);
    const writer = await join('participant');
    const asker = await join('participant');
    const [shown, hidden] = await write(writer, BUSES.slice(0, 2));
    await host.ask('note:hide', { stationId: first, id: hidden! });
    const text = 'Bussen går sjelden på kvelden';
    const notes = [{ id: shown, text: BUSES[0] }];
    expect(await alike(asker, text)).toEqual({ count: 1, notes });
    expect(await alike(asker, text, shown)).toEqual({ count: 0, notes: [] });
    expect(await alike(writer, text)).toEqual({ count: 0, notes: [] });
    expect(await alike(asker, '   ')).toEqual({ count: 0, notes: [] });
    // One person who has said it twice is one, and one note of theirs is shown: two would tell that they wrote both.
    await write(writer, ['Bussen går for sjelden på kvelden!']);
    expect(await alike(asker, text)).toMatchObject({ count: 1, notes: [{}] });
    await host.ask('station:rule', { stationId: first, hiding: true });
    await write(writer, ['Bussen går sjelden på kveldene']);
    expect(await alike(asker, text)).toEqual({ count: 0, notes: [] });
    await host.ask('station:rule', { stationId: first, hiding: false });
    const again = await join('participant');
    expect(await alike(again, text)).toMatchObject({ count: 1, notes: [{}] });
    expect(await alike(await join('wall'), text)).toBe('forbidden');
  });

  it('is not asked for all the time, and others may ask meanwhile (GH4)', async () => {
    const asker = await join('participant');
    const codes: unknown[] = [];
    for (let times = 0; times < 8; times++) codes.push(await alike(asker, BUSES[0]!));
    expect(codes).toContain('too_many');
    expect(await alike(await join('participant'), BUSES[0]!)).toMatchObject({ count: 0 });
  });
});

describe('threads', () => {
  it('are suggested to hosts, linked for all, refused for good, and bear no words of their own (GH10–GH12)', async () => {
    const host = await join('host', first);
    const person = await join('participant');
    const [bus, other] = await write(person, [BUSES[0]!, OTHERS[0]!]);
    const there = await write(
      person,
      ['Sett opp flere busser på kvelden', 'Bussen går for sjelden på kvelden'],
      second,
    );
    await write(person, OTHERS.slice(1), second);
    const suggested = (await host.threads()).find(({ items }) => items.some(({ note }) => note === bus))!;
    expect(suggested).toMatchObject({ state: 'suggested' });
    expect(await person.threads()).toEqual([]);
    const set = { key: suggested.key, as: 'linked' as const };
    expect(await person.ask('thread:set', set)).toBe('forbidden');
    expect(await host.ask('thread:set', set)).toEqual({});
    expect(await person.threads()).toMatchObject([{ key: suggested.key, state: 'linked' }]);
    const kept = (await store.items(made.hall.id)).filter(({ kind }) => kind === 'thread');
    expect(JSON.stringify(kept)).not.toMatch(/buss/i);
    await restart();
    const again = await comeAs(host.session);
    expect(await again.threads()).toMatchObject([{ key: suggested.key, state: 'linked' }]);
    expect(await again.ask('thread:set', { key: suggested.key, as: 'refused' })).toEqual({});
    expect((await again.threads()).map(({ key }) => key)).not.toContain(suggested.key);
    // One's own choice of things, until too little of it hangs.
    const items = [
      { stationId: first, thing: other! },
      { stationId: second, thing: there[0]! },
    ];
    const own = await again.ask('thread:set', { key: 't_own', as: 'linked', items });
    expect(own).toEqual({});
    expect((await again.threads()).find(({ key }) => key === 't_own')?.items).toHaveLength(2);
    await again.ask('note:withdraw', { stationId: first, id: other! });
    expect((await again.threads()).find(({ key }) => key === 't_own')).toBeUndefined();
    expect(await again.ask('thread:set', { key: 't_nothing', as: 'linked' })).toBe('not_found');
  });
});
