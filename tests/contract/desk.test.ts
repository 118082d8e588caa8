/** The host's desk and keeping order, over real sockets: hands, caps, being shut out, the wall, deeds that were cut off. */

import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HeldNote } from '../../server/hall/heldNotes.ts';
import type { Store } from '../../server/ports.ts';
import { createMemoryStore } from '../../server/store/memory.ts';
import { addNote } from '../../shared/board/boardOps.ts';
import { type NoteId, newId, type StationId } from '../../shared/domain/ids.ts';
import type { RequestName, RequestOf } from '../../shared/protocol/hallEvents.ts';
import type { CreatedHall, CreatedSession } from '../../shared/protocol/rest.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { call, makeHall, sessionOf } from '../harness/hall.ts';
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

async function join(role: CreatedSession['role'], station?: StationId) {
  const session = await sessionOf(server.base, made, role, station);
  return comeAs(session);
}

async function comeAs(session: CreatedSession) {
  const client = await HallClient.joined(server.base, session);
  open.push(client);
  const ask = async <Name extends RequestName>(name: Name, request: RequestOf<Name>) => {
    const answer = await client.ask(name, request);
    return answer.ok ? answer.data : answer.error.code;
  };
  return { session, client, ask };
}

async function boardOf({ session }: { session: CreatedSession }, station = first, ours = true) {
  const board = await BoardClient.joined({ base: server.base, station, token: session.token, ours });
  open.push(board);
  return board;
}

/** What comes of a note that is made on a board: null where it was taken. */
async function hangOn(board: BoardClient, id: NoteId = newId('n')): Promise<string | null> {
  addNote(board.doc, { id, text: 'Fra tavla', pos: [0, 0], round: 1, at: 1 });
  await until(() => board.saved >= board.sent || board.refusals.length > 0 || board.closed, {
    what: 'an answer',
  });
  return board.refusals.at(-1)?.code ?? board.closed?.reason ?? null;
}

const note = (stationId: StationId, id = newId('n')) => ({ stationId, id, text: 'En lapp' });
const post = ({ session }: { session: CreatedSession }, station = first) =>
  call<{ error?: { code: string } }>(
    server.base,
    'POST',
    `/api/halls/${made.hall.id}/stations/${station}/notes`,
    { token: session.token, body: { text: 'En lapp' } },
  );

/** The server dies and another takes over what it had on disk. */
async function restart(): Promise<void> {
  for (const one of open.splice(0)) one.leave();
  await server.app.close();
  server = await startInProcess({ store });
}

describe('caps', () => {
  it('the station’s allowance holds at every door, for what hangs and what waits, and not for hosts (W11)', async () => {
    const host = await join('host');
    const person = await join('participant');
    await host.ask('station:rule', { stationId: first, allowance: 2 });
    const kept = note(first);
    expect(await person.ask('note:write', kept)).toMatchObject({ note: { onBoard: true } });
    await host.ask('station:rule', { stationId: first, hiding: true });
    expect(await person.ask('note:write', note(first))).toMatchObject({ note: { onBoard: false } });
    expect(await person.ask('note:write', note(first))).toBe('allowance_used');
    expect(await post(person)).toMatchObject({ status: 409, body: { error: { code: 'allowance_used' } } });
    await host.ask('station:rule', { stationId: first, hiding: false });
    expect(await person.ask('note:write', note(first))).toBe('allowance_used');
    expect(await hangOn(await boardOf(person))).toBe('allowance_used');
    // The same note again is no further one, and a withdrawn one makes room.
    expect(await person.ask('note:write', kept)).toMatchObject({ note: { id: kept.id } });
    await person.ask('note:withdraw', { stationId: first, id: kept.id });
    expect(await hangOn(await boardOf(person))).toBeNull();
    expect(await person.ask('note:write', note(second))).toMatchObject({ note: {} });
    for (let times = 0; times < 3; times++) {
      expect(await host.ask('note:write', note(first))).toMatchObject({ note: {} });
    }
    const board = await boardOf(host);
    for (let times = 0; times < 3; times++) expect(await hangOn(board)).toBeNull();
  });

  it('a person’s cap counts all stations, boards that nobody has open too (W12)', async () => {
    const organiser = await join('organiser');
    await organiser.ask('hall:set', { notesPerPerson: 2 });
    const person = await join('participant');
    await person.ask('note:write', note(first));
    const { session } = person;
    await restart();
    const again = await comeAs(session);
    expect(await again.ask('note:write', note(second))).toMatchObject({ note: {} });
    expect(await again.ask('note:write', note(second))).toBe('person_full');
    expect((await post(again, second)).body.error?.code).toBe('person_full');
    expect(await hangOn(await boardOf(again, second))).toBe('person_full');
    const other = await join('participant');
    expect(await other.ask('note:write', note(second))).toMatchObject({ note: {} });
  });
});

describe('shutting out', () => {
  it('closes every door to one person’s writing, keeps their notes, and can be taken back (W13)', async () => {
    const host = await join('host');
    const person = await join('participant');
    const kept = note(first);
    await person.ask('note:write', kept);
    const { participantId } = person.session;
    const board = await boardOf(person);
    const stock = await boardOf(person, first, false);
    expect(await person.ask('person:shut', { participantId, out: true })).toBe('forbidden');
    expect(await host.ask('person:shut', { participantId, out: true })).toEqual({});
    await until(() => person.client.you?.shutOut, { what: 'the person to be told' });
    expect(await person.ask('note:write', note(first))).toBe('shut_out');
    expect(await person.ask('note:write', note(second))).toBe('shut_out');
    expect(await person.ask('note:edit', { stationId: first, id: kept.id, text: 'Nytt' })).toBe('shut_out');
    expect(await person.ask('note:withdraw', { stationId: first, id: kept.id })).toBe('shut_out');
    expect(await post(person)).toMatchObject({ status: 403, body: { error: { code: 'shut_out' } } });
    expect(await hangOn(board)).toBe('shut_out');
    expect(await hangOn(stock)).toBe('shut_out');
    // A note whose answer was lost on the way is still told of.
    expect(await person.ask('note:write', kept)).toMatchObject({ note: { id: kept.id } });
    await host.ask('station:rule', { stationId: first, hiding: true });
    expect(await person.ask('note:write', note(first))).toBe('shut_out');
    await host.ask('station:rule', { stationId: first, hiding: false });
    const { session } = person;
    await restart();
    const again = await comeAs(session);
    expect(again.client.you?.shutOut).toBe(true);
    expect(await hangOn(await boardOf(again))).toBe('shut_out');
    const back = await join('host');
    expect(await back.ask('person:shut', { participantId, out: false })).toEqual({});
    expect(await again.ask('note:write', note(first))).toMatchObject({ note: {} });
    expect(await hangOn(await boardOf(again))).toBeNull();
    const log = await (await join('organiser')).ask('log:look', {});
    expect(log).toMatchObject({
      lines: expect.arrayContaining([expect.objectContaining({ deed: 'person:shut' })]),
    });
    expect(JSON.stringify(log)).not.toContain('En lapp');
  });

  it('is for participants alone (W13)', async () => {
    const host = await join('host');
    const other = await join('host', second);
    const { participantId } = other.session;
    expect(await host.ask('person:shut', { participantId, out: true })).toBe('forbidden');
    expect(await host.ask('person:shut', { participantId: newId('p'), out: true })).toBe('not_found');
  });
});

describe('an ended hall', () => {
  it('takes no writes from anybody, at any door (W14)', async () => {
    const organiser = await join('organiser');
    const host = await join('host');
    const kept = note(first);
    await host.ask('note:write', kept);
    const board = await boardOf(organiser);
    await organiser.ask('hall:end', { ended: true });
    expect(await hangOn(board)).toBe('ended');
    for (const { ask } of [organiser, host, await join('participant')]) {
      expect(await ask('note:write', note(first))).toBe('ended');
    }
    expect((await post(organiser)).body.error?.code).toBe('ended');
    expect(await host.ask('note:edit', { stationId: first, id: kept.id, text: 'Nytt' })).toBe('ended');
    expect(await host.ask('note:hide', { stationId: first, id: kept.id })).toBe('ended');
    expect(await host.ask('station:reveal', { stationId: first })).toBe('ended');
    await organiser.ask('hall:end', { ended: false });
    expect(await hangOn(await boardOf(organiser))).toBeNull();
  });
});

describe('hands', () => {
  it('are one a person, durable, and taken down by their owner or the host (W15)', async () => {
    const person = await join('participant');
    const host = await join('host');
    const other = await join('host', second);
    const changed: StationId[] = [];
    host.client.socket.on('desk:changed', (station) => changed.push(station));
    const desk = async (at: typeof host, stationId: StationId) => {
      const answer = await at.ask('desk:look', { stationId });
      if (typeof answer === 'string') throw new Error(answer);
      return answer.desk.hands.map(({ participantId, hand }) => [participantId, hand]);
    };
    const { participantId } = person.session;
    expect(await desk(host, first)).toEqual([]);
    expect(await person.ask('hand:raise', { stationId: first, hand: 'help' })).toEqual({ hand: 'help' });
    await until(() => changed.includes(first), { what: 'the desk to be told' });
    await until(() => person.client.you?.hand?.hand === 'help', { what: 'the person to be told' });
    expect(await desk(host, first)).toEqual([[participantId, 'help']]);
    await person.ask('hand:raise', { stationId: second, hand: 'done' });
    expect(await desk(host, first)).toEqual([]);
    expect(await desk(other, second)).toEqual([[participantId, 'done']]);
    expect(await host.ask('hand:lower', { stationId: second })).toBe('forbidden');
    const { session } = person;
    const host2 = other.session;
    await restart();
    const back = await comeAs(host2);
    const again = await comeAs(session);
    expect(again.client.you?.hand).toEqual({ stationId: second, hand: 'done' });
    expect(await desk(back, second)).toEqual([[participantId, 'done']]);
    await back.ask('hand:lower', { stationId: second, participantId });
    await until(() => again.client.you?.hand === null, { what: 'the hand to be down' });
    await again.ask('hand:raise', { stationId: second, hand: 'done' });
    await again.ask('hand:raise', { stationId: second, hand: null });
    expect(await desk(back, second)).toEqual([]);
    expect(await (await join('wall')).ask('hand:raise', { stationId: first, hand: 'help' })).toBe(
      'forbidden',
    );
  });

  it('a host’s call is seen by all, and is not a hand (W15)', async () => {
    const host = await join('host');
    const organiser = await join('organiser');
    await host.ask('organiser:call', { stationId: first, calling: true });
    await until(() => organiser.client.state?.stations[0]?.calling, { what: 'the call' });
    expect(organiser.client.state?.stations[1]?.calling).toBe(false);
    expect(await host.ask('desk:look', { stationId: first })).toMatchObject({ desk: { hands: [] } });
    await host.ask('organiser:call', { stationId: first, calling: false });
    await until(() => organiser.client.state?.stations[0]?.calling === false, { what: 'the call to end' });
    expect(await (await join('participant')).ask('organiser:call', { stationId: first, calling: true })).toBe(
      'forbidden',
    );
  });
});

describe('the desk', () => {
  it('is the station’s host’s, and is told of what waits, who comes and what they wrote (W16)', async () => {
    const host = await join('host');
    const person = await join('participant');
    const changed: StationId[] = [];
    host.client.socket.on('desk:changed', (station) => changed.push(station));
    expect(await person.ask('desk:look', { stationId: first })).toBe('forbidden');
    expect(await host.ask('desk:look', { stationId: second })).toBe('forbidden');
    await host.ask('station:rule', { stationId: first, hiding: true });
    await host.ask('desk:look', { stationId: first });
    await person.ask('person:rename', { name: 'Kari' });
    await person.ask('station:enter', { stationId: first });
    await until(() => changed.length > 0, { what: 'the desk to be told of who comes' });
    changed.length = 0;
    await person.ask('note:write', note(first));
    await until(() => changed.length > 0, { what: 'the desk to be told of what waits' });
    changed.length = 0;
    await post(person);
    await until(() => changed.length > 0, { what: 'the desk to be told of what came over HTTP' });
    const { participantId } = person.session;
    expect(await host.ask('desk:look', { stationId: first })).toMatchObject({
      desk: {
        waiting: [{ text: 'En lapp', name: 'Kari', round: 1 }, { name: 'Kari' }],
        people: [{ participantId, name: 'Kari', here: true, notes: 2, shutOut: false }],
        hidden: [],
      },
    });
  });

  it('shows one waiting note, hides another, and the rest still waits (W10)', async () => {
    const host = await join('host');
    const person = await join('participant');
    await host.ask('station:rule', { stationId: first, hiding: true });
    const notes = [note(first), note(first), note(first)];
    for (const one of notes) await person.ask('note:write', one);
    let told = 0;
    person.client.socket.on('notes:changed', () => told++);
    await host.ask('note:return', { stationId: first, id: notes[0]!.id });
    await host.ask('note:hide', { stationId: first, id: notes[1]!.id, message: 'Nei' });
    await until(() => told >= 2, { what: 'the writer to be told' });
    expect(await host.ask('station:reveal', { stationId: first })).toEqual({ shown: 1 });
    const mine = await person.ask('notes:mine', {});
    if (typeof mine === 'string') throw new Error(mine);
    // By id: notes of the same millisecond have no order among them.
    const mineNow = new Map(mine.notes.map(({ id, onBoard, hidden }) => [id, [onBoard, hidden?.message]]));
    expect(notes.map(({ id }) => mineNow.get(id))).toEqual([
      [true, undefined],
      [false, 'Nei'],
      [true, undefined],
    ]);
    expect(await host.ask('note:hide', { stationId: first, id: newId('n') })).toBe('not_found');
    expect(await host.ask('note:return', { stationId: first, id: newId('n') })).toBe('not_found');
  });

  it('writing while all is being shown loses nothing: each note is on the board or waits (W4)', async () => {
    const host = await join('host');
    const people = await Promise.all(Array.from({ length: 6 }, () => join('participant')));
    await host.ask('station:rule', { stationId: first, hiding: true });
    const write = () => Promise.all(people.map(({ ask }) => ask('note:write', note(first))));
    await write();
    const [written, shown] = await Promise.all([write(), host.ask('station:reveal', { stationId: first })]);
    expect(written.every((answer) => typeof answer !== 'string')).toBe(true);
    const { shown: count } = shown as { shown: number };
    expect(count).toBeGreaterThanOrEqual(6);
    expect(await host.ask('desk:look', { stationId: first })).toMatchObject({ desk: { waiting: [] } });
    expect((await boardOf(host)).notes).toHaveLength(12);
  });
});

describe('the wall', () => {
  it('is steered by the host: what is named is merged, and seen by all (W17)', async () => {
    const host = await join('host');
    const wall = await join('wall');
    const id = newId('n');
    expect(await host.ask('wall:order', { stationId: first, show: 'newest' })).toEqual({
      wall: { show: 'newest', spotlight: null, round: null },
    });
    expect(await host.ask('wall:order', { stationId: first, spotlight: id, round: 1 })).toEqual({
      wall: { show: 'newest', spotlight: id, round: 1 },
    });
    await until(() => wall.client.state?.stations[0]?.wall.spotlight === id, { what: 'the wall to be told' });
    expect(await host.ask('wall:order', { stationId: first, round: 40 })).toBe('not_found');
    expect(await host.ask('wall:order', { stationId: second, show: 'qr' })).toBe('forbidden');
  });
});

describe('a deed that was cut off between two records (W9)', () => {
  const held = (stationId: StationId, id: NoteId, more: Partial<HeldNote>): HeldNote => ({
    id,
    stationId,
    person: null,
    text: 'En lapp',
    round: 1,
    at: 1,
    pos: [0, 0],
    state: 'waiting',
    ...more,
  });

  /** A note hangs, and the record of what is held says so of it; then the server dies. */
  async function cutOff(more: Partial<HeldNote>) {
    const person = await join('participant');
    const one = note(first);
    await person.ask('note:write', one);
    const { session } = person;
    const value = held(first, one.id, { person: session.participantId, ...more });
    await store.saveItems(made.hall.id, [{ kind: 'held', key: `${first} ${one.id}`, value }]);
    await restart();
    const host = await join('host');
    const desk = await host.ask('desk:look', { stationId: first });
    const back = await comeAs(session);
    const mine = await back.ask('notes:mine', {});
    const board = await boardOf(host);
    if (typeof desk === 'string' || typeof mine === 'string') throw new Error('refused');
    return {
      onDesk: desk.desk.waiting.length + desk.desk.hidden.length,
      hangs: board.notes.length,
      mine: mine.notes.map(({ onBoard }) => onBoard),
      items: (await store.items(made.hall.id)).length,
    };
  }

  it('a note that was shown is shown once', async () => {
    expect(await cutOff({ state: 'waiting' })).toEqual({ onDesk: 0, hangs: 1, mine: [true], items: 0 });
  });

  it('a note that came back is back', async () => {
    expect(await cutOff({ state: 'returning' })).toEqual({ onDesk: 0, hangs: 1, mine: [true], items: 0 });
  });

  it('a note that was being hidden is hidden', async () => {
    expect(await cutOff({ state: 'hidden', hiddenAt: 5, message: '' })).toEqual({
      onDesk: 1,
      hangs: 0,
      mine: [false],
      items: 1,
    });
  });

  it('a note on its way back that never hung is still hidden, and can come back', async () => {
    const person = await join('participant');
    const host = await join('host');
    const one = note(first);
    await person.ask('note:write', one);
    await host.ask('note:hide', { stationId: first, id: one.id });
    const [item] = await store.items(made.hall.id);
    const value = { ...(item!.value as HeldNote), state: 'returning' };
    await store.saveItems(made.hall.id, [{ ...item!, value }]);
    const { session } = host;
    await restart();
    const back = await comeAs(session);
    expect(await back.ask('desk:look', { stationId: first })).toMatchObject({
      desk: { hidden: [{ id: one.id }] },
    });
    expect(await back.ask('note:return', { stationId: first, id: one.id })).toEqual({});
    expect((await boardOf(back)).notes.map(({ id }) => id)).toEqual([one.id]);
    expect(await store.items(made.hall.id)).toEqual([]);
  });
});
