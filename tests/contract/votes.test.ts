/** Votes over real sockets (V1–V9 of docs/SPEC.md): budget, secrecy at every door, merges, and who may show them. */

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { HallItem, Store } from '../../server/ports.ts';
import { createMemoryStore } from '../../server/store/memory.ts';
import { makeCluster, mergeClusters } from '../../shared/board/boardOps.ts';
import type { Hall, Poll, Role } from '../../shared/domain/hall.ts';
import { type ClusterId, type NoteId, newId, randomText, type StationId } from '../../shared/domain/ids.ts';
import type { RequestOf, VoteState } from '../../shared/protocol/hallEvents.ts';
import type { CreatedHall, CreatedSession, KeyInfo } from '../../shared/protocol/rest.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { call, makeHall, sessionOf } from '../harness/hall.ts';
import { HallClient } from '../harness/hallClient.ts';
import { type InProcess, startInProcess } from '../harness/inProcess.ts';
import { until } from '../harness/until.ts';

/** A store in memory whose writes of the hall's record can be held back. */
function heldStore() {
  const store = createMemoryStore();
  let gate = Promise.resolve();
  const held: Store = {
    ...store,
    saveHall: async (hall: Hall) => {
      await gate;
      return store.saveHall(hall);
    },
  };
  const hold = () => {
    let release = () => {};
    gate = new Promise((resolve) => {
      release = resolve;
    });
    return () => release();
  };
  return { held, hold };
}

const { held: store, hold } = heldStore();
let server: InProcess;
let made: CreatedHall;
let station: StationId;
let host: HallClient;
const open: { leave(): void }[] = [];

beforeAll(async () => {
  server = await startInProcess({ store });
});
afterEach(() => {
  for (const client of open.splice(0)) client.leave();
});
afterAll(() => server.stop());

const kept = <T extends { leave(): void }>(client: T): T => {
  open.push(client);
  return client;
};

async function newHall(): Promise<void> {
  made = await makeHall(server.base);
  station = made.hall.stations[0]!.id;
  ({ client: host } = await join('host'));
}

async function join(role: Role, at = station): Promise<{ client: HallClient; session: CreatedSession }> {
  const session = await sessionOf(server.base, made, role, at);
  return { client: kept(await HallClient.joined(server.base, session)), session };
}

const guest = async () => (await join('participant')).client;

async function note(): Promise<NoteId> {
  const id = newId('n');
  expect(await host.ask('note:write', { stationId: station, id, text: 'Et forslag' })).toMatchObject({
    ok: true,
  });
  return id;
}

async function begin(kind: Poll['kind'] = 'dots', budget = 5): Promise<string> {
  const answer = await host.ask('vote:begin', { stationId: station, kind, budget, press: randomText(12) });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.data.poll.id;
}

const set = (poll: string, wanted: Omit<RequestOf<'vote:set'>, 'stationId' | 'poll'>, by = host) =>
  by.ask('vote:set', { stationId: station, poll, ...wanted });
const dots = (by: HallClient, poll: string, on: NoteId | ClusterId, count: number) =>
  by.ask('vote:dots', { stationId: station, poll, on, dots: count });
const rate = (by: HallClient, poll: string, on: NoteId | ClusterId, rating: [number, number] | null) =>
  by.ask('vote:rate', { stationId: station, poll, on, rating });
const refused = (code: string) => ({ ok: false, error: { code } });

async function look(by: HallClient): Promise<VoteState> {
  const answer = await by.ask('vote:look', { stationId: station });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.data;
}

/** The state as this client would be sent it now, its version aside. */
async function stateOf(by: HallClient): Promise<string> {
  const answer = await by.ask('hall:look', {});
  if (!answer.ok) throw new Error(answer.error.code);
  return JSON.stringify({ ...answer.data.state, version: 0 });
}

const shownAt = (client: HallClient) => client.state?.stations.find(({ id }) => id === station)?.results;

describe('a vote', () => {
  it('V1 is begun by the station’s host alone, once for a press, and all see that it is open', async () => {
    await newHall();
    const person = await guest();
    const elsewhere = (await join('host', made.hall.stations[1]!.id)).client;
    const request = { stationId: station, kind: 'dots', budget: 3, press: 'samme-trykk' } as const;
    for (const one of [person, elsewhere]) {
      expect(await one.ask('vote:begin', request)).toMatchObject(refused('forbidden'));
    }
    const [first, again] = [await host.ask('vote:begin', request), await host.ask('vote:begin', request)];
    expect(first).toMatchObject({
      ok: true,
      data: { poll: { kind: 'dots', budget: 3, open: true, shown: false } },
    });
    expect(again).toEqual(first);
    await until(() => person.state?.stations[0]?.poll?.open, { what: 'the vote to be told of' });
    if (!first.ok) return;
    for (const one of [person, elsewhere]) {
      expect(await set(first.data.poll.id, { shown: true }, one)).toMatchObject(refused('forbidden'));
    }
    const lines = await (await join('organiser')).client.ask('log:look', {});
    if (lines.ok) expect(lines.data.lines.filter(({ deed }) => deed === 'vote:begin')).toHaveLength(1);
  });

  it('V2 takes no more dots than the budget, however fast they come, and gives back what is taken up', async () => {
    await newHall();
    const person = await guest();
    const things = await Promise.all(Array.from({ length: 6 }, note));
    const poll = await begin('dots', 5);
    const answers = await Promise.all(things.map((on) => dots(person, poll, on, 1)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(5);
    expect(answers.find(({ ok }) => !ok)).toMatchObject(refused('budget_used'));
    const { mine } = await look(person);
    expect(Object.values(mine.dots)).toEqual([1, 1, 1, 1, 1]);
    const laid = things.filter((id) => mine.dots[id]);
    expect(await dots(person, poll, laid[0]!, 0)).toEqual({ ok: true, data: { left: 1 } });
    expect(await dots(person, poll, laid[1]!, 2)).toEqual({ ok: true, data: { left: 0 } });
    expect(await dots(person, poll, laid[1]!, 3)).toMatchObject(refused('budget_used'));
  });

  it('V2 is cast only while it is open, on what hangs there, by people', async () => {
    await newHall();
    const person = await guest();
    const wall = (await join('wall')).client;
    const on = await note();
    const poll = await begin();
    expect(await dots(wall, poll, on, 1)).toMatchObject(refused('forbidden'));
    expect(await dots(person, poll, newId('n'), 1)).toMatchObject(refused('not_found'));
    expect(await dots(person, poll, newId('c'), 1)).toMatchObject(refused('not_found'));
    expect(await dots(person, 'en-annen', on, 1)).toMatchObject(refused('not_found'));
    expect(await rate(person, poll, on, [3, 3])).toMatchObject(refused('malformed'));
    expect(await set(poll, { open: false })).toMatchObject({ data: { poll: { open: false } } });
    expect(await dots(person, poll, on, 1)).toMatchObject(refused('closed'));
    await set(poll, { open: true });
    expect(await dots(person, poll, on, 1)).toMatchObject({ ok: true });
    const next = await begin();
    expect(await dots(person, poll, on, 1)).toMatchObject(refused('not_found'));
    expect((await look(person)).mine.dots).toEqual({});
    expect(await dots(person, next, on, 5)).toMatchObject({ data: { left: 0 } });
  });

  it('V2 is not cast by who is shut out, nor when the hall has ended', async () => {
    await newHall();
    const person = await guest();
    const on = await note();
    const poll = await begin();
    const { client: organiser } = await join('organiser');
    const { participantId } = person.you!;
    await host.ask('person:shut', { participantId, out: true });
    expect(await dots(person, poll, on, 1)).toMatchObject(refused('shut_out'));
    await host.ask('person:shut', { participantId, out: false });
    expect(await dots(person, poll, on, 1)).toMatchObject({ ok: true });
    await organiser.ask('hall:end', { ended: true });
    expect(await dots(person, poll, on, 2)).toMatchObject(refused('ended'));
    expect(await set(poll, { shown: true })).toMatchObject(refused('ended'));
    expect((await look(person)).mine.dots).toEqual({ [on]: 1 });
  });

  it('V3 follows merges, and gives back what lay on a note that is withdrawn', async () => {
    await newHall();
    const person = await guest();
    const { token } = await sessionOf(server.base, made, 'host');
    const board = kept(await BoardClient.joined({ base: server.base, station, token }));
    const [one, two, three] = [await note(), await note(), await note()];
    const [a, b] = [newId('c'), newId('c')];
    await until(() => board.notes.length === 3, { what: 'the notes' });
    makeCluster(board.doc, { id: a, title: 'A', pos: [0, 0] }, [one]);
    makeCluster(board.doc, { id: b, title: 'B', pos: [0, 0] }, [two]);
    await board.allSaved();
    const poll = await begin('dots', 6);
    for (const [on, count] of [
      [a, 2],
      [b, 1],
      [three, 3],
    ] as const) {
      expect(await dots(person, poll, on, count)).toMatchObject({ ok: true });
    }
    await set(poll, { shown: true });
    await until(() => shownAt(person)?.dots[three] === 3, { what: 'the results' });
    expect(shownAt(person)?.dots).toEqual({ [a]: 2, [b]: 1, [three]: 3 });
    mergeClusters(board.doc, a, b);
    await until(() => shownAt(person)?.dots[b] === 3, { what: 'the merge in the results' });
    expect(shownAt(person)?.dots).toEqual({ [b]: 3, [three]: 3 });
    await host.ask('note:withdraw', { stationId: station, id: three });
    await until(() => shownAt(person)?.dots[three] === undefined, { what: 'the withdrawn note to be gone' });
    expect((await look(person)).mine.dots).toEqual({ [b]: 3 });
    expect(await dots(person, poll, a, 6)).toEqual({ ok: true, data: { left: 0 } });
    expect((await look(person)).mine.dots).toEqual({ [b]: 6 });
  });

  it('V6 of two axes comes to means and how many rated', async () => {
    await newHall();
    const [on, people] = [await note(), await Promise.all([guest(), guest()])];
    const poll = await begin('rating', 1);
    await rate(people[0]!, poll, on, [5, 2]);
    await rate(people[1]!, poll, on, [2, 2]);
    await rate(people[1]!, poll, on, [2, 1]);
    await set(poll, { shown: true });
    expect((await look(people[0]!)).results?.ratings).toEqual({
      [on]: { effect: 3.5, feasibility: 1.5, count: 2 },
    });
    await rate(people[1]!, poll, on, null);
    await until(() => shownAt(people[0]!)?.ratings[on]?.count === 1, { what: 'the rating to be gone' });
  });

  it('V7 is the same after a restart', async () => {
    await newHall();
    const person = await guest();
    const [one, two] = [await note(), await note()];
    const poll = await begin();
    await dots(person, poll, one, 3);
    await dots(person, poll, two, 2);
    await host.ask('note:withdraw', { stationId: station, id: two });
    await set(poll, { shown: true });
    const again = await startInProcess({ store });
    try {
      const session = await sessionOf(again.base, made, 'participant');
      const other = kept(await HallClient.joined(again.base, session));
      await look(other);
      await until(() => shownAt(other)?.dots[two] === undefined && shownAt(other)?.dots[one] === 3, {
        what: 'the results as they were',
      });
      const { voted, results } = await look(other);
      expect({ voted, results }).toEqual({ voted: 1, results: { dots: { [one]: 3 }, ratings: {} } });
    } finally {
      await again.app.close();
    }
  });
});

describe('while it is secret', () => {
  it('V4 nobody else is told anything of it, at any door; the host how many have voted', async () => {
    await newHall();
    const spy = await join('participant');
    const frames: string[] = [];
    spy.client.socket.io.engine.on('packet', ({ data }) => void frames.push(String(data)));
    const board = kept(await BoardClient.joined({ base: server.base, station, token: spy.session.token }));
    const voters = await Promise.all(Array.from({ length: 7 }, () => join('participant')));
    const things = await Promise.all(Array.from({ length: 3 }, note));
    const poll = await begin('dots', 19);
    await until(() => spy.client.state?.stations[0]?.poll?.id === poll, { what: 'the vote' });
    await until(() => spy.client.state?.people === 9 && spy.client.state.stations[0]?.notes === 3, {
      what: 'all to be counted',
    });
    expect(await host.ask('desk:look', { stationId: station })).toMatchObject({
      data: { desk: { voted: 0 } },
    });
    const deskNews: unknown[] = [];
    host.socket.on('desk:changed', (id) => void deskNews.push(id));
    const api = `/api/halls/${made.hall.id}`;
    const seen = async () => ({
      state: await stateOf(spy.client),
      hall: (await call(server.base, 'GET', api, { token: spy.session.token })).body,
      notes: (
        await call(server.base, 'GET', `${api}/stations/${station}/notes`, { token: spy.session.token })
      ).body,
      look: await look(spy.client),
      wall: await stateOf((await join('wall')).client),
    });
    const before = await seen();
    const [framesBefore, boardBefore] = [frames.length, board.frames.length];

    for (const { client } of voters)
      expect(await dots(client, poll, things[0]!, 17)).toMatchObject({ ok: true });
    await until(async () => (await look(host)).voted === 7, { what: 'seven votes' });
    await until(() => deskNews.length > 0, { what: 'the desk to be told' });

    expect(JSON.stringify(await seen())).toBe(JSON.stringify(before));
    const { results, voted } = await look(host);
    expect({ results, voted }).toEqual({ results: null, voted: 7 });
    expect(await look(spy.client)).toMatchObject({ results: null, voted: null, mine: { dots: {} } });
    expect(await spy.client.ask('desk:look', { stationId: station })).toMatchObject(refused('forbidden'));
    const exported = await call(server.base, 'GET', `${api}/export?format=json`, {
      token: (await join('organiser')).session.token,
    });
    expect(exported.status).toBe(200);
    const told = frames.slice(framesBefore).join('\n');
    for (const text of [told, JSON.stringify(exported.body)]) {
      for (const { session } of voters) expect(text).not.toContain(session.participantId);
      expect(text).not.toContain(`${17 * 7}`.padStart(4, ':'));
      expect(text).not.toMatch(/"results":\{|"votes":|"voted":[1-9]/);
    }
    // The board's channel bears keep-alives, and not a change.
    expect(board.frames.slice(boardBefore).filter(([kind]) => kind === 0)).toEqual([]);

    await set(poll, { shown: true });
    await until(() => shownAt(spy.client)?.dots[things[0]!] === 119, { what: 'the results' });
    expect(await look(spy.client)).toMatchObject({ voted: 7, results: { dots: { [things[0]!]: 119 } } });
    const afterwards = `${await stateOf(spy.client)} ${JSON.stringify(await look(spy.client))}`;
    for (const { session } of voters) expect(afterwards).not.toContain(session.participantId);
    const file = await call<{ boards: Record<string, { votes?: unknown }> }>(
      server.base,
      'GET',
      `${api}/export?format=json`,
      { token: (await join('organiser')).session.token },
    );
    expect(file.body.boards[made.hall.stations[0]!.slug]?.votes).toEqual({
      kind: 'dots',
      voted: 7,
      dots: { [things[0]!]: 119 },
      ratings: {},
    });
    const { status } = await call(server.base, 'POST', '/api/halls/import', { body: file.body });
    expect(status).toBe(201);
    await set(poll, { shown: false });
    await until(() => shownAt(spy.client) === null, { what: 'the results to be hidden again' });
  });

  it('V8 a host whose key is withdrawn in the middle can’t show it, not even by what was on its way', async () => {
    await newHall();
    const { session } = await join('organiser');
    const person = await guest();
    const on = await note();
    const poll = await begin();
    await dots(person, poll, on, 4);
    const api = `/api/halls/${made.hall.id}/keys`;
    const { body } = await call<{ keys: KeyInfo[] }>(server.base, 'GET', api, { token: session.token });
    const key = body.keys.find(({ role, stationId }) => role === 'host' && stationId === station)!;
    const release = hold();
    // Somebody else's change is being saved: the host's stands in line behind it.
    const { client: organiser } = await join('organiser');
    const round = organiser.ask('round:start', { round: 2 });
    await until(async () => (await look(host)).poll?.open, { what: 'the line to stand' });
    const showing = set(poll, { shown: true }).catch(() => null);
    await look(host);
    const gone = await call(server.base, 'DELETE', `${api}/${key.id}`, { token: session.token });
    expect(gone.status).toBe(200);
    release();
    expect(await round).toMatchObject({ ok: true });
    await until(() => host.ended, { what: 'the host to be told' });
    await until(() => person.state?.round === 2, { what: 'the round' });
    expect(await look(person)).toMatchObject({ poll: { shown: false }, results: null });
    expect(shownAt(person)).toBeNull();
    void showing;
  });
});

describe('on disk', () => {
  it('V9 a person’s vote is one item of its own, and nothing of it stands in the hall’s record or log', async () => {
    await newHall();
    const { client, session } = await join('participant');
    const [one, two] = [await note(), await note()];
    const poll = await begin('dots', 9);
    await dots(client, poll, one, 4);
    await dots(client, poll, two, 5);
    const votes = (await store.items(made.hall.id)).filter(({ kind }: HallItem) => kind === 'vote');
    expect(votes).toEqual([
      {
        kind: 'vote',
        key: `${poll} ${session.participantId}`,
        value: { station, dots: { [one]: 4, [two]: 5 }, ratings: {} },
      },
    ]);
    expect(JSON.stringify((await store.hall(made.hall.id))!.hall)).not.toContain(session.participantId);
    expect(JSON.stringify(await store.logLines(made.hall.id, 100))).not.toContain(session.participantId);
  });

  it('V10 the organiser begins one for all stations, with one budget; they are closed and shown together', async () => {
    await newHall();
    const { client } = await join('participant');
    const { client: organiser } = await join('organiser');
    const other = made.hall.stations[1]!.id;
    const [here, there] = [await note(), newId('n')];
    expect(await client.ask('note:write', { stationId: other, id: there, text: 'Der' })).toMatchObject({
      ok: true,
    });
    const wanted = { stationId: station, kind: 'dots', budget: 5, hall: true } as const;
    expect(await host.ask('vote:begin', { ...wanted, press: randomText(12) })).toMatchObject(
      refused('forbidden'),
    );
    const begun = await organiser.ask('vote:begin', { ...wanted, press: randomText(12) });
    if (!begun.ok) throw new Error(begun.error.code);
    await until(() => client.state?.stations.every(({ poll }) => poll?.open) === true, {
      what: 'a vote at each station',
    });
    const [poll, elsewhere] = client.state!.stations.map((one) => one.poll!.id);
    expect(poll).toBe(begun.data.poll.id);
    expect(await dots(client, poll!, here, 3)).toMatchObject({ data: { left: 2 } });
    const lay = (count: number) =>
      client.ask('vote:dots', { stationId: other, poll: elsewhere!, on: there, dots: count });
    expect(await lay(3)).toMatchObject(refused('budget_used'));
    expect(await lay(2)).toMatchObject({ data: { left: 0 } });
    expect(await look(client)).toMatchObject({ elsewhere: 2, mine: { dots: { [here]: 3 } } });
    expect(await dots(client, poll!, here, 4)).toMatchObject(refused('budget_used'));
    // What lies on a note that is gone is given back, at another station too.
    expect(await client.ask('note:withdraw', { stationId: other, id: there })).toMatchObject({ ok: true });
    expect(await dots(client, poll!, here, 5)).toMatchObject({ data: { left: 0 } });
    expect(await set(poll!, { open: false, hall: true })).toMatchObject(refused('forbidden'));
    expect(await set(poll!, { open: false, shown: true, hall: true }, organiser)).toMatchObject({ ok: true });
    await until(() => client.state!.stations.every((one) => one.poll?.shown && !one.poll.open), {
      what: 'all of them to be closed and shown',
    });
  });
});
