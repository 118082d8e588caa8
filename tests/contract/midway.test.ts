/** T38, T39: what a person may do changes while they write: a pause, a key withdrawn, a host who is one no more. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NoteView } from '../../shared/board/boardDoc.ts';
import { editText } from '../../shared/board/boardOps.ts';
import { FREEZE_GRACE_MS } from '../../shared/domain/hall.ts';
import type { NoteId, StationId } from '../../shared/domain/ids.ts';
import { CLOSE } from '../../shared/protocol/boardFrames.ts';
import type { CreatedHall, CreatedSession } from '../../shared/protocol/rest.ts';
import { Boarder } from '../crowd/Boarder.ts';
import { call, makeHall, sessionOf } from '../harness/hall.ts';
import { HallClient } from '../harness/hallClient.ts';
import { withdrawKeys } from '../harness/keys.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';
import { until } from '../harness/until.ts';

const SOON_MS = 1_000;

const folder = tempFolder();
let server: ServerProcess;
beforeAll(async () => {
  server = await startServer({ dataDir: folder.path });
}, 60_000);
afterAll(async () => {
  await server.stop();
  folder.remove();
});

async function boarderOf({ token }: Pick<CreatedSession, 'token'>, station: StationId): Promise<Boarder> {
  const boarder = new Boarder({ baseUrl: server.base, stationId: station, token });
  await boarder.joined();
  return boarder;
}

async function notesAt({ hall, ...made }: CreatedHall, station: StationId): Promise<Map<NoteId, string>> {
  const path = `/api/halls/${hall.id}/stations/${station}/notes`;
  const { token } = await sessionOf(server.base, { hall, ...made }, 'organiser');
  const { body } = await call<{ notes: NoteView[] }>(server.base, 'GET', path, { token });
  return new Map(body.notes.map(({ id, text }) => [id, text]));
}

describe('T38 in the midst of writing', () => {
  it('a withdrawn key closes its writers within a second; what they were told is saved is there, and nothing after', async () => {
    const made = await makeHall(server.base, 'blank');
    const station = made.hall.stations[0]!.id;
    const writers = await Promise.all(
      Array.from({ length: 8 }, async () =>
        boarderOf(await sessionOf(server.base, made, 'participant'), station),
      ),
    );
    const outcomes = new Map<NoteId, string>();
    const open = new Map<NoteId, Promise<void>>();
    let writing = true;
    const work = writers.map(async (writer, n) => {
      for (let index = 0; writing && !writer.ended; index++) {
        const { id, edit } = writer.add({ text: `skriver ${n}`, pos: [index * 200, n * 200] });
        open.set(
          id,
          edit.outcome.then((outcome) => void outcomes.set(id, outcome)),
        );
        // As fast as a hand that never rests, and within a person's share.
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    });
    const saved = () => [...outcomes].filter(([, outcome]) => outcome === 'saved').map(([id]) => id);
    await until(() => saved().length > 40, { what: 'forty notes' });
    expect(await withdrawKeys(server.base, made, ({ role }) => role === 'participant')).toBe(1);
    const since = performance.now();
    await until(() => writers.every(({ ended }) => ended?.code === CLOSE.forbidden), {
      what: 'all writers to be closed',
      within: SOON_MS,
    });
    expect(performance.now() - since).toBeLessThan(SOON_MS);
    writing = false;
    await Promise.all(work);
    await Promise.all(open.values());
    const then = await notesAt(made, station);
    for (const id of saved()) expect(then.has(id), id).toBe(true);
    // Whatever was not acknowledged was given back to its writer as lost; none of it comes later.
    expect([...outcomes.values()].every((outcome) => outcome === 'saved' || outcome === 'lost')).toBe(true);
    expect(await notesAt(made, station)).toEqual(then);
    for (const writer of writers) writer.close();
  });

  it('a pause lets through what is written within the grace, and refuses what comes later with a word, nothing else', async () => {
    const made = await makeHall(server.base, 'blank');
    const station = made.hall.stations[0]!.id;
    const kari = await boarderOf(await sessionOf(server.base, made, 'participant'), station);
    const hostSession = await sessionOf(server.base, made, 'host');
    const host = await boarderOf(hostSession, station);
    const desk = await HallClient.joined(server.base, hostSession);
    const before = kari.add({ text: 'før pausen', pos: [0, 0] });
    expect(await before.edit.outcome).toBe('saved');
    expect(await desk.ask('station:rule', { stationId: station, frozen: true })).toMatchObject({ ok: true });
    const since = performance.now();
    const within = kari.add({ text: 'i siste liten', pos: [200, 0] });
    expect(await within.edit.outcome).toBe('saved');
    expect(performance.now() - since).toBeLessThan(FREEZE_GRACE_MS);
    await until(() => performance.now() - since > FREEZE_GRACE_MS + 200, { what: 'the grace to be over' });
    const late = kari.add({ text: 'for sent', pos: [400, 0] });
    expect(await late.edit.outcome).toBe('lost');
    expect(kari.refusals.map(({ code }) => code)).toEqual(['frozen']);
    expect(kari.ended).toBeNull();
    await kari.joined();
    expect(await host.add({ text: 'verten kan', pos: [600, 0] }).edit.outcome).toBe('saved');
    expect([...(await notesAt(made, station)).values()].sort()).toEqual([
      'før pausen',
      'i siste liten',
      'verten kan',
    ]);
    // And afterwards it is as if nothing had been.
    expect(await desk.ask('station:rule', { stationId: station, frozen: false })).toMatchObject({ ok: true });
    expect(await kari.add({ text: 'etter pausen', pos: [800, 0] }).edit.outcome).toBe('saved');
    for (const person of [kari, host]) person.close();
    desk.leave();
  });
});

describe('T39 a host who is host no more', () => {
  it('is judged by the new role from the next thing they do: others’ notes are closed to them, their own are not', async () => {
    const made = await makeHall(server.base);
    const [one, two] = made.hall.stations.map(({ id }) => id) as [StationId, StationId];
    const hostSession = await sessionOf(server.base, made, 'host', one);
    // Host of two stations in one session: of one of them for good.
    const { body: both } = await call<CreatedSession>(server.base, 'POST', '/api/session', {
      body: { key: made.keys.host[two] },
      token: hostSession.token,
    });
    expect(both.participantId).toBe(hostSession.participantId);
    const kari = await boarderOf(await sessionOf(server.base, made, 'participant'), one);
    const karis = kari.add({ text: 'Karis', pos: [0, 0] });
    expect(await karis.edit.outcome).toBe('saved');
    const host = await boarderOf(both, one);
    const own = host.add({ text: 'vertens', pos: [200, 0] });
    expect(await own.edit.outcome).toBe('saved');
    let edits = 0;
    const edit = (id: NoteId) => host.edit((doc) => editText(doc, id, `rettet ${++edits}`));
    const mayStill = edit(karis.id);
    expect(await mayStill.outcome).toBe('saved');

    // In the midst of a stream of moderating.
    let streaming = true;
    const told: { n: number; outcome: string }[] = [];
    const stream = (async () => {
      while (streaming) {
        // After a refusal one begins anew, with nothing to edit until the board is there.
        await host.joined();
        await new Promise((resolve) => setImmediate(resolve));
        const outcome = edit(karis.id).outcome;
        const n = edits;
        void outcome.then((said) => told.push({ n, outcome: said }));
        await outcome;
      }
    })();
    await until(() => told.length > 5, { what: 'a stream of edits' });
    await withdrawKeys(server.base, made, ({ role, stationId }) => role === 'host' && stationId === one);
    await until(() => host.refusals.some(({ code }) => code === 'denied'), { what: 'the first refusal' });
    streaming = false;
    await stream;
    await host.joined();
    const saved = told.filter(({ outcome }) => outcome === 'saved').map(({ n }) => `rettet ${n}`);
    expect([...saved, 'rettet 1']).toContain((await notesAt(made, one)).get(karis.id));
    const refused = host.refusals.length;
    const stands = (await notesAt(made, one)).get(karis.id);
    expect(await edit(karis.id).outcome).toBe('lost');
    await host.joined();
    expect(host.refusals.slice(refused).map(({ code }) => code)).toEqual(['denied']);
    expect((await notesAt(made, one)).get(karis.id)).toBe(stands);
    expect(await edit(own.id).outcome).toBe('saved');
    // Where they are host still, they moderate still.
    const there = await boarderOf(await sessionOf(server.base, made, 'participant'), two);
    const theirs = there.add({ text: 'et annet sted', pos: [0, 0] });
    expect(await theirs.edit.outcome).toBe('saved');
    const elsewhere = await boarderOf(both, two);
    expect(await elsewhere.edit((doc) => editText(doc, theirs.id, 'moderert')).outcome).toBe('saved');
    for (const person of [kari, host, there, elsewhere]) person.close();
  });
});
