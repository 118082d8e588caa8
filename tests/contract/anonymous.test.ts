/** An anonymous station (T61): nobody, with all frames, the document and the disk before them, can tell who wrote what. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import type { NoteView } from '../../shared/board/boardDoc.ts';
import { addNote, editText, move } from '../../shared/board/boardOps.ts';
import { newId, randomText, type StationId } from '../../shared/domain/ids.ts';
import type { CreatedHall, CreatedSession } from '../../shared/protocol/rest.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { boardRows, filesHolding } from '../harness/disk.ts';
import { call, makeHall, sessionOf } from '../harness/hall.ts';
import { HallClient } from '../harness/hallClient.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';
import { until } from '../harness/until.ts';

const TEMPLATE = {
  v: 1,
  stations: [
    { slug: 'skjult', title: 'Anonym', kind: 'wall', question: 'Hva tør du ikke si?', anonymous: true },
    { slug: 'apen', title: 'Åpen', kind: 'wall', question: 'Hva mener du?' },
  ],
};

const folder = tempFolder();
let server: ServerProcess;
let made: CreatedHall;
let station: StationId;
let writer: CreatedSession;
let hall: HallClient;
let spy: BoardClient;
const secret = randomText(32);
const id = newId('n');

beforeAll(async () => {
  server = await startServer({ dataDir: folder.path });
  made = await makeHall(server.base, TEMPLATE);
  station = made.hall.stations[0]!.id;
  writer = await sessionOf(server.base, made, 'participant');
  hall = await HallClient.joined(server.base, writer);
  const { token } = await sessionOf(server.base, made, 'participant');
  spy = await BoardClient.joined({ base: server.base, station, token });
});

afterAll(async () => {
  spy?.leave();
  hall?.socket.disconnect();
  await server?.kill();
  folder.remove();
});

const ask = (name: string, body: object) =>
  hall.socket.timeout(5_000).emitWithAck(name as 'station:leave', body as never);

describe('an anonymous station', () => {
  it('says that it is one', () => {
    expect(hall.state?.stations.map(({ anonymous }) => anonymous)).toEqual([true, false]);
  });

  it('takes notes by the hall channel, once each, where the writer wants them', async () => {
    const note = { stationId: station, id, text: 'Jeg tør ikke si det høyt', pos: [40, 50], secret };
    expect(await ask('note:write', note)).toMatchObject({ ok: true });
    expect(await ask('note:write', note)).toMatchObject({ ok: true });
    await until(() => spy.notes.length === 1, { what: 'the note on the board' });
    expect(spy.notes[0]).toMatchObject({ id, text: 'Jeg tør ikke si det høyt', pos: [40, 50] });
  });

  it('lets its writer, and nobody else, change it: the secret tells', async () => {
    expect(await ask('note:edit', { stationId: station, id, text: 'Uten hemmelighet' })).toMatchObject({
      error: { code: 'forbidden' },
    });
    const other = { stationId: station, id, text: 'En annens', secret: randomText(32) };
    expect(await ask('note:edit', other)).toMatchObject({ error: { code: 'forbidden' } });
    expect(await ask('note:edit', { ...other, text: 'Jeg tør litt', secret })).toMatchObject({ ok: true });
    expect(await ask('notes:mine', {})).toMatchObject({ data: { notes: [] } });
    expect(await ask('notes:mine', { secrets: { [station]: secret } })).toMatchObject({
      data: { notes: [{ id }] },
    });
    const alone = { stationId: station, id: newId('n'), text: 'Uten spor' };
    expect(await ask('note:write', alone)).toMatchObject({ ok: true });
    expect(await ask('note:withdraw', { stationId: station, id: alone.id })).toMatchObject({
      error: { code: 'forbidden' },
    });
  });

  it('refuses notes and letters that come by the board channel, and takes moves', async () => {
    const { token } = await sessionOf(server.base, made, 'participant');
    const by = async (change: (doc: Y.Doc) => void) => {
      const client = await BoardClient.joined({ base: server.base, station, token });
      change(client.doc);
      await until(() => client.refusals.length > 0 || client.saved >= client.sent, { what: 'an answer' });
      client.leave();
      return client.refusals.map(({ code }) => code);
    };
    expect(
      await by((doc) => addNote(doc, { id: newId('n'), text: 'x', pos: [0, 0], round: 1, at: 1 })),
    ).toEqual(['anonymous']);
    expect(await by((doc) => editText(doc, id, 'x'))).toEqual(['denied']);
    expect(await by((doc) => move(doc, [{ id, pos: [9, 9] }]))).toEqual([]);
  });

  it('ties no note to a person: not in a frame, not in the document, not on disk, not in the log', async () => {
    const { participantId } = writer;
    const bytes = Buffer.concat(spy.frames.map((frame) => Buffer.from(frame)));
    expect(bytes.includes(participantId)).toBe(false);
    const struct = spy.doc.getMap('notes')._map.get(id)!;
    expect(struct.id.client).toBe(spy.doc.getMap('meta')._map.get('title')!.id.client);
    const path = `/api/halls/${made.hall.id}/stations/${station}/notes`;
    const { body } = await call<{ notes: NoteView[] }>(server.base, 'GET', path, { token: writer.token });
    expect(JSON.stringify(body)).not.toContain(participantId);
    await server.stop();
    const owners = JSON.stringify(boardRows(folder.path).note_owner);
    expect(owners).toContain(id);
    expect(owners).not.toContain(participantId);
    expect(filesHolding(folder.path, [secret])).toEqual([]);
    expect(server.log()).not.toContain(secret);
  });
});
