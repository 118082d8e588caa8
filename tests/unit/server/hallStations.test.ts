/** What the organiser changes while the hall runs (ED1–ED12 of docs/SPEC.md): stations, settings, the tray; no note is lost. */

import { describe, expect, it } from 'vitest';
import { readClusters } from '../../../shared/board/boardDoc.ts';
import { makeCluster } from '../../../shared/board/boardOps.ts';
import { viewBoard } from '../../../shared/board/boardView.ts';
import { STATIONS_MAX } from '../../../shared/domain/hall.ts';
import { type NoteId, newId } from '../../../shared/domain/ids.ts';
import { CLOSE } from '../../../shared/protocol/boardFrames.ts';
import { HallBench } from '../../harness/hallBench.ts';

const WORDS = { title: 'Ny stasjon', question: 'Hva nå?', explanation: ['Les dette.'], levels: false };

async function bench() {
  const hall = await HallBench.open();
  const organiser = await hall.asker('organiser');
  const kari = await hall.asker('participant');
  const [ideas, wall, success] = hall.stations as [(typeof hall.stations)[0], ...typeof hall.stations];
  return { hall, organiser, kari, ideas, wall: wall!, success: success! };
}

const texts = (notes: { text: string }[]) => notes.map(({ text }) => text).sort();

describe('stations', () => {
  it('ED1 are edited live; a title must have letters, and what is left out stays', async () => {
    const { hall, organiser, ideas } = await bench();
    await organiser.ask('station:edit', {
      stationId: ideas,
      title: ' Ide\nmyldring ',
      explanation: ['En', ' '],
    });
    const [station] = hall.room.state().stations;
    expect(station).toMatchObject({ title: 'Ide myldring', explanation: ['En'], slug: 'idebanken' });
    expect(station!.question).not.toBe('');
    expect(hall.room.metaOf(hall.room.hall.stations[0]!).title).toBe('Ide myldring');
    const blank = organiser.ask('station:edit', { stationId: ideas, title: '\u200b' });
    await expect(blank).rejects.toMatchObject({ code: 'empty' });
  });

  it('ED2 one more is made with board, host key and links; the same press again makes no second, after a restart neither', async () => {
    const { hall, organiser } = await bench();
    const add = { ...WORDS, kind: 'wall' as const, press: 'press-of-add' };
    const [first, second] = await Promise.all([
      organiser.ask('station:add', add),
      organiser.ask('station:add', add),
    ]);
    expect(second).toEqual(first);
    expect(hall.room.hall.stations).toHaveLength(5);
    expect(hall.room.hall.stations[4]).toMatchObject({ title: 'Ny stasjon', slug: 'ny-stasjon' });
    expect(first.hostLink).toMatch(/^http:\/\/hall\.test\/hall\/h_[^/]+\/desk\/s_[^/]+#[\w-]{32}$/);
    expect(first.wallLink).toBe(`http://hall.test/hall/${hall.hallId}/wall/${first.stationId}`);
    const keys = () => hall.store.keys(hall.hallId);
    expect((await keys()).filter(({ stationId }) => stationId === first.stationId)).toHaveLength(1);
    await hall.restart();
    const again = await (await hall.asker('organiser')).ask('station:add', add);
    expect(again.stationId).toBe(first.stationId);
    expect(hall.room.hall.stations).toHaveLength(5);
    // The first link may never have come: this one opens the same desk.
    expect((await keys()).filter(({ stationId }) => stationId === first.stationId)).toHaveLength(2);
    await hall.hang(first.stationId, organiser.participant, 'Her også');
    expect(texts(await hall.notes(first.stationId))).toEqual(['Her også']);
  });

  it('ED3 short names are made of titles and never shared, with stations in the tray neither', async () => {
    const { hall, organiser } = await bench();
    const add = (title: string, n: number) =>
      organiser.ask('station:add', { ...WORDS, title, kind: 'wall', press: `press-no-${n}` });
    const { stationId } = await add('Ærlig talt: Åse & Øyvind!', 1);
    await organiser.ask('station:remove', { stationId });
    await add('Ærlig talt – Åse & Øyvind', 2);
    await add('☂☂', 3);
    await add('a'.repeat(60), 4);
    await add('a'.repeat(59), 5);
    const slugs = hall.room.hall.stations.slice(4).map(({ slug }) => slug);
    expect(slugs).toEqual(['aerlig-talt-ase-oyvind-2', 'stasjon', 'a'.repeat(40), `${'a'.repeat(38)}-2`]);
    for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9-]{1,40}$/);
  });

  it('ED4 there are at most twelve, and at least one; a further timeline has rows', async () => {
    const { hall, organiser } = await bench();
    const add = (n: number) =>
      organiser.ask('station:add', { ...WORDS, kind: 'timeline', press: `press-no-${n}` });
    for (let n = hall.stations.length; n < STATIONS_MAX; n++) await add(n);
    expect(hall.room.hall.stations.at(-1)!.lanes).toHaveLength(3);
    await expect(add(99)).rejects.toMatchObject({ code: 'too_many' });
    const [last, ...others] = hall.stations;
    for (const stationId of others) await organiser.ask('station:remove', { stationId });
    const remove = organiser.ask('station:remove', { stationId: last! });
    await expect(remove).rejects.toMatchObject({ code: 'forbidden' });
    for (const stationId of others) await organiser.ask('tray:return', { stationId });
    expect(hall.stations).toEqual([last, ...others]);
    await organiser.ask('station:remove', { stationId: last! });
    await organiser.ask('station:add', { ...WORDS, kind: 'wall', press: 'press-of-more' });
    const back = organiser.ask('tray:return', { stationId: last! });
    await expect(back).rejects.toMatchObject({ code: 'too_many' });
  });

  it('ED5 are put in another order only by naming exactly those that are; who has older counts has missed a state', async () => {
    const { hall, organiser } = await bench();
    const before = hall.room.state().version;
    const all = hall.stations;
    const wrong = [
      all.slice(1),
      [...all, all[0]!],
      [...all.slice(1), all[1]!],
      [...all.slice(1), newId('s')],
    ];
    for (const stations of wrong) {
      await expect(organiser.ask('station:order', { stations })).rejects.toMatchObject({ code: 'malformed' });
    }
    await organiser.ask('station:order', { stations: all.toReversed() });
    expect(hall.stations).toEqual(all.toReversed());
    await hall.clock.pass(200);
    expect(hall.published.at(-1)!.version).toBeGreaterThan(before);
    expect(hall.published.at(-1)!.stations.map(({ id }) => id)).toEqual(all.toReversed());
  });

  it('ED6 a removed one leaves the hall, and who stood there is between stations', async () => {
    const { hall, organiser, kari, ideas, wall } = await bench();
    const board = await hall.board(ideas);
    const codes: number[] = [];
    const socket = { backlog: 0, send: () => {}, close: (code: number) => void codes.push(code) };
    const host = { role: 'host' as const, stations: [] };
    board.join(socket, { participant: kari.participant, actor: host, ours: true });
    await kari.ask('station:enter', { stationId: ideas });
    await hall.hang(ideas, kari.participant, 'Før');
    await organiser.ask('station:remove', { stationId: ideas });
    expect(hall.room.state().stations.map(({ id }) => id)).not.toContain(ideas);
    expect(hall.room.attending().get(kari.participant)).toBeNull();
    expect(codes).toEqual([CLOSE.noStation]);
    expect((await hall.store.visits(kari.participant)).get(ideas)).toBe(1);
    const closed = [
      kari.ask('station:enter', { stationId: ideas }),
      kari.ask('note:write', { stationId: ideas, id: newId('n'), text: 'Etter' }),
      organiser.ask('station:rule', { stationId: ideas, frozen: true }),
      organiser.ask('station:edit', { stationId: ideas, title: 'Borte' }),
    ];
    for (const call of closed) await expect(call).rejects.toMatchObject({ code: 'not_found' });
    await kari.ask('station:enter', { stationId: wall });
    // Pressed twice is pressed once.
    await organiser.ask('station:remove', { stationId: ideas });
    expect(hall.room.hall.more?.removed).toHaveLength(1);
    expect((await kari.ask('notes:mine', {})).notes).toEqual([]);
    await organiser.ask('tray:return', { stationId: ideas });
    expect(texts((await kari.ask('notes:mine', {})).notes)).toEqual(['Før']);
  });
});

describe('the tray', () => {
  it('ED7 shows what lies there, and gives a station back as it was, through restarts', async () => {
    const { hall, organiser, kari, ideas } = await bench();
    await organiser.ask('station:rule', { stationId: ideas, moveOwn: true, allowance: 7 });
    await hall.hang(ideas, kari.participant, 'Én');
    await hall.hang(ideas, kari.participant, 'To');
    const before = hall.room.hall.stations[0];
    await organiser.ask('station:remove', { stationId: ideas });
    await hall.restart();
    const again = await hall.asker('organiser');
    const { stations } = await again.ask('tray:look', {});
    expect(stations).toMatchObject([{ id: ideas, title: 'Idébanken' }]);
    expect(texts(stations[0]!.notes)).toEqual(['To', 'Én']);
    await again.ask('tray:return', { stationId: ideas });
    await again.ask('tray:return', { stationId: ideas });
    await hall.restart();
    expect(hall.room.hall.stations.at(-1)).toEqual(before);
    expect(hall.room.state().stations.at(-1)).toMatchObject({
      notes: 2,
      written: 2,
      rules: { allowance: 7 },
    });
    expect(texts(await hall.notes(ideas))).toEqual(['To', 'Én']);
  });

  it('ED8 its notes are hung elsewhere with ids, writers, rounds and groups, and leave the tray', async () => {
    const { hall, organiser, kari, ideas, wall } = await bench();
    await hall.hang(wall, kari.participant, 'Hang her');
    await organiser.ask('round:start', { round: 2 });
    const ids: NoteId[] = [];
    for (const text of ['a', 'b', 'c', 'd']) ids.push(await hall.hang(ideas, kari.participant, text));
    const board = await hall.board(ideas);
    const cluster = { id: newId('c'), title: 'Sammen', pos: [0, 0] as [number, number] };
    await hall.while(board.write(({ doc }) => makeCluster(doc, cluster, [ids[1]!, ids[0]!])));
    await organiser.ask('station:remove', { stationId: ideas });
    expect(await organiser.ask('tray:hang', { from: ideas, to: wall, notes: ids.slice(0, 3) })).toEqual({
      hung: 3,
    });
    expect(texts(await hall.notes(ideas))).toEqual(['d']);
    const there = await hall.notes(wall);
    expect(texts(there)).toEqual(['Hang her', 'a', 'b', 'c']);
    expect(
      there
        .filter(({ round }) => round === 2)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(ids.slice(0, 3).sort());
    const target = await hall.board(wall);
    for (const id of ids.slice(0, 3)) expect(target.ownerOf(id)).toBe(kari.participant);
    const view = await hall.while(target.read((doc) => viewBoard(there, readClusters(doc))));
    expect([...view.clusters.values()]).toMatchObject([{ title: 'Sammen', members: [ids[1], ids[0]] }]);
    const places = there.filter(({ cluster }) => !cluster).map(({ pos }) => pos.join());
    expect(new Set(places).size).toBe(places.length);
    // Their writer goes on with them.
    await kari.ask('note:edit', { stationId: wall, id: ids[2]!, text: 'c, rettet' });
    expect(await organiser.ask('tray:hang', { from: ideas, to: wall })).toEqual({ hung: 1 });
    expect(await organiser.ask('tray:hang', { from: ideas, to: wall })).toEqual({ hung: 0 });
    expect((await organiser.ask('tray:look', {})).stations[0]!.notes).toEqual([]);
  });

  it('ED9 a crash in the middle leaves all notes, and hanging again hangs none twice', async () => {
    const { hall, organiser, kari, ideas, wall } = await bench();
    const ids = [
      await hall.hang(ideas, kari.participant, 'a'),
      await hall.hang(ideas, kari.participant, 'b'),
    ];
    await organiser.ask('station:remove', { stationId: ideas });
    const append = hall.store.append;
    hall.store.append = async (commit) => {
      if (commit.stationId === ideas) throw new Error('the power is gone');
      return append(commit);
    };
    const hang = organiser.ask('tray:hang', { from: ideas, to: wall });
    await expect(hang).rejects.toMatchObject({ code: 'not_saved' });
    hall.store.append = append;
    await hall.restart();
    const again = await hall.asker('organiser');
    expect(texts(await hall.notes(ideas))).toEqual(['a', 'b']);
    expect(texts(await hall.notes(wall))).toEqual(['a', 'b']);
    expect((await hall.board(wall)).ownerOf(ids[0]!)).toBe(kari.participant);
    expect(await again.ask('tray:hang', { from: ideas, to: wall })).toEqual({ hung: 2 });
    expect(texts(await hall.notes(wall))).toEqual(['a', 'b']);
    expect(await hall.notes(ideas)).toEqual([]);
  });

  it('ED10 a note whose id somebody else has used at the other station is hung under another, once', async () => {
    const { hall, organiser, kari, ideas, wall } = await bench();
    const other = await hall.asker('participant');
    const id = await hall.hang(ideas, kari.participant, 'Karis ord');
    await hall.hang(wall, other.participant, 'Noe annet', id);
    await organiser.ask('station:remove', { stationId: ideas });
    await organiser.ask('tray:hang', { from: ideas, to: wall });
    expect(texts(await hall.notes(wall))).toEqual(['Karis ord', 'Noe annet']);
    expect(await hall.notes(ideas)).toEqual([]);
  });

  it('ED11 notes are hung only from the tray, at a station that hangs', async () => {
    const { hall, organiser, ideas, wall, success } = await bench();
    await organiser.ask('station:remove', { stationId: ideas });
    await organiser.ask('station:remove', { stationId: success });
    for (const [from, to] of [
      [wall, ideas],
      [wall, hall.stations[1]!],
      [ideas, success],
      [ideas, ideas],
    ] as const) {
      await expect(organiser.ask('tray:hang', { from, to })).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});

describe('settings', () => {
  it('ED12 are cleaned, kept, and told; the deeds are in the log, without words of notes; only the organiser’s', async () => {
    const { hall, organiser, ideas } = await bench();
    await organiser.ask('hall:set', {
      title: ' Høst\nsamling ',
      notesPerPerson: 20,
      organisations: [
        { name: 'Elevorganisasjonen ', kind: 'elever' },
        { name: 'ELEVORGANISASJONEN', kind: '' },
        { name: ' ', kind: '' },
        { name: 'Udir', kind: 'etat' },
      ],
      roles: ['Elev', 'elev', 'Lærer'],
    });
    const wanted = {
      hostsSteer: true,
      notesPerPerson: 20,
      organisations: [
        { name: 'Elevorganisasjonen', kind: 'elever' },
        { name: 'Udir', kind: 'etat' },
      ],
      roles: ['Elev', 'Lærer'],
    };
    expect(hall.room.state()).toMatchObject({ title: 'Høst samling', settings: wanted });
    await expect(organiser.ask('hall:set', { title: ' \n' })).rejects.toMatchObject({ code: 'empty' });
    await hall.restart();
    expect(hall.room.state()).toMatchObject({ title: 'Høst samling', settings: wanted });
    const again = await hall.asker('organiser');
    const host = await hall.asker('host', ideas);
    await host.ask('station:rule', { stationId: ideas, frozen: true, allowance: 3 });
    await host.ask('station:rule', { stationId: ideas, frozen: true, allowance: null });
    const { lines } = await again.ask('log:look', {});
    expect(lines.map(({ name, deed, about }) => `${name}: ${deed} ${about}`)).toEqual([
      'En host: station:rule allowance:off',
      'En host: station:rule frozen:on',
      'En host: station:rule allowance:3',
      'En organiser: hall:set title notesPerPerson organisations roles',
    ]);
    const deeds = [
      () => host.ask('hall:set', { title: 'Mitt' }),
      () => host.ask('station:remove', { stationId: ideas }),
      () => host.ask('tray:look', {}),
      () => host.ask('log:look', {}),
      () => host.ask('rounds:set', { rounds: [{ name: 'En', colour: 'blue' }] }),
    ];
    for (const deed of deeds) await expect(deed()).rejects.toMatchObject({ code: 'forbidden' });
  });
});
