/** The hall's time (TI1–TI9 of docs/SPEC.md): timers by the server's own count, rounds, and the end, with a hand-moved clock. */

import { describe, expect, it } from 'vitest';
import { TIMER_MAX_MS } from '../../../shared/domain/hall.ts';
import { HallBench } from '../../harness/hallBench.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;

async function bench() {
  const hall = await HallBench.open();
  const host = await hall.asker('host', hall.stations[0]!);
  const organiser = await hall.asker('organiser');
  const start = (ms: number, press = 'press-of-start') =>
    host.ask('timer:start', { kind: 'work', ms, press });
  const left = () => hall.room.state().timer?.left;
  return { hall, host, organiser, start, left };
}

describe('the timer', () => {
  it('TI1 (T43) is told as what is left at the moment of telling, and to all anew when it is over', async () => {
    const { hall, start, left } = await bench();
    await start(MINUTE);
    expect(hall.room.state().timer).toMatchObject({
      kind: 'work',
      total: MINUTE,
      left: MINUTE,
      running: true,
    });
    await hall.clock.pass(45_000);
    expect(left()).toBe(15_000);
    hall.published = [];
    await hall.clock.pass(15_000);
    expect(hall.published.map(({ timer }) => timer?.left)).toEqual([0]);
    await hall.clock.pass(HOUR);
    expect(hall.room.state().timer).toMatchObject({ kind: 'work', total: MINUTE, left: 0, running: true });
    expect(hall.published).toHaveLength(1);
  });

  it.each([
    ['an hour forward', HOUR],
    ['an hour back', -HOUR],
    ['ten years forward', 10 * 365 * 24 * HOUR],
  ])('TI2 (T21) is right when the server’s clock jumps %s', async (_, jump) => {
    const { hall, host, start, left } = await bench();
    await start(10 * MINUTE);
    await hall.clock.pass(MINUTE);
    hall.clock.jump(jump);
    expect(left()).toBe(9 * MINUTE);
    await host.ask('timer:add', { ms: MINUTE, press: 'press-of-more' });
    await host.ask('timer:pause', { paused: true });
    hall.clock.jump(-2 * jump);
    await host.ask('timer:pause', { paused: false });
    expect(left()).toBe(10 * MINUTE);
    hall.published = [];
    await hall.clock.pass(10 * MINUTE - 1);
    expect(left()).toBe(1);
    await hall.clock.pass(1);
    expect(hall.published.at(-1)?.timer?.left).toBe(0);
  });

  it.each([
    ['midnight', Date.UTC(2026, 10, 22, 22, 55), 0],
    ['the hour that comes twice', Date.UTC(2026, 9, 25, 0, 55), -HOUR],
    ['the hour that is left out', Date.UTC(2027, 2, 28, 0, 55), HOUR],
  ])('TI3 (T22) counts on across %s', async (_, begins, shift) => {
    const { hall, start, left } = await bench();
    hall.clock.jump(begins - hall.clock.now());
    await start(10 * MINUTE);
    await hall.clock.pass(5 * MINUTE);
    // A machine that keeps local time sets its clock so; one that keeps UTC does not, and nothing jumps.
    hall.clock.jump(shift);
    const seen: (number | undefined)[] = [];
    for (let minute = 0; minute < 5; minute++) {
      seen.push(left());
      await hall.clock.pass(MINUTE);
    }
    expect(seen).toEqual([5, 4, 3, 2, 1].map((minutes) => minutes * MINUTE));
    expect(left()).toBe(0);
  });

  it('TI4 goes on through a restart, and a clock that went back meanwhile makes it no longer', async () => {
    const { hall, start, left } = await bench();
    await start(10 * MINUTE);
    await hall.clock.pass(4 * MINUTE);
    await hall.restart();
    expect(left()).toBe(6 * MINUTE);
    hall.published = [];
    await hall.clock.pass(6 * MINUTE);
    expect(hall.published.at(-1)?.timer?.left).toBe(0);
    await hall.restart();
    expect(left()).toBe(0);
    hall.clock.jump(-5 * HOUR);
    await hall.restart();
    expect(left()).toBe(10 * MINUTE);
  });

  it('TI5 paused it stands still, through a restart too; pausing and going on twice are once', async () => {
    const { hall, host, start, left } = await bench();
    await start(10 * MINUTE);
    await hall.clock.pass(MINUTE);
    const { timer } = await host.ask('timer:pause', { paused: true });
    expect(timer).toMatchObject({ left: 9 * MINUTE, running: false });
    const { version } = hall.room.hall;
    await hall.clock.pass(HOUR);
    expect((await host.ask('timer:pause', { paused: true })).timer).toEqual(timer);
    expect(hall.room.hall.version).toBe(version);
    await hall.restart();
    expect(left()).toBe(9 * MINUTE);
    const again = await hall.asker('organiser');
    expect((await again.ask('timer:add', { ms: MINUTE, press: 'press-of-more' })).timer).toMatchObject({
      total: 11 * MINUTE,
      left: 10 * MINUTE,
      running: false,
    });
    await again.ask('timer:pause', { paused: false });
    await hall.clock.pass(MINUTE);
    await again.ask('timer:pause', { paused: false });
    expect(left()).toBe(9 * MINUTE);
  });

  it('TI6 more and less of it stay between nothing and four hours; one that is over runs again', async () => {
    const { hall, host, start, left } = await bench();
    await start(MINUTE);
    await host.ask('timer:add', { ms: TIMER_MAX_MS, press: 'press-no-1' });
    expect(left()).toBe(TIMER_MAX_MS);
    await host.ask('timer:add', { ms: -TIMER_MAX_MS, press: 'press-no-2' });
    expect(left()).toBe(0);
    await host.ask('timer:add', { ms: MINUTE, press: 'press-no-3' });
    expect(hall.room.state().timer).toMatchObject({ left: MINUTE, running: true });
    await hall.clock.pass(30_000);
    expect(left()).toBe(30_000);
    await host.ask('timer:stop', {});
    expect((await host.ask('timer:add', { ms: MINUTE, press: 'press-no-4' })).timer).toBeNull();
    expect((await host.ask('timer:pause', { paused: true })).timer).toBeNull();
  });

  it('TI7 (T44) a press that comes twice is one press, with the same answer; two hosts’ presses are two', async () => {
    const { hall, host, start } = await bench();
    const other = await hall.asker('host', hall.stations[1]!);
    await start(MINUTE);
    const again = { ms: MINUTE, press: 'press-of-one' };
    const [first, second] = await Promise.all([host.ask('timer:add', again), host.ask('timer:add', again)]);
    expect(first).toEqual(second);
    await hall.clock.pass(10_000);
    expect(await host.ask('timer:add', again)).toEqual(first);
    await Promise.all([
      other.ask('timer:add', { ms: MINUTE, press: 'press-of-two' }),
      host.ask('timer:add', { ms: MINUTE, press: 'press-of-three' }),
    ]);
    expect(hall.room.state().timer?.total).toBe(4 * MINUTE);
    // A start that is sent once more does not begin anew.
    const before = hall.room.state().timer;
    await start(MINUTE);
    expect(hall.room.state().timer).toEqual(before);
    const { lines } = await (await hall.asker('organiser')).ask('log:look', {});
    expect(lines.map(({ deed }) => deed)).toEqual([...Array(3).fill('timer:add'), 'timer:start']);
  });

  it('TI8 hosts steer rounds and time while they are let, the organiser always, others never', async () => {
    const { hall, host, organiser, start } = await bench();
    await start(MINUTE);
    await organiser.ask('hall:set', { hostsSteer: false });
    const deeds = [
      () => start(MINUTE, 'another-press'),
      () => host.ask('timer:add', { ms: 1, press: 'press-no-1' }),
      () => host.ask('timer:pause', { paused: true }),
      () => host.ask('timer:stop', {}),
      () => host.ask('round:start', { round: 2 }),
    ];
    for (const deed of deeds) await expect(deed()).rejects.toMatchObject({ code: 'forbidden' });
    await organiser.ask('round:start', { round: 2 });
    await organiser.ask('timer:stop', {});
    expect(hall.room.state()).toMatchObject({ round: 2, timer: null });
    await organiser.ask('hall:set', { hostsSteer: true });
    await host.ask('round:start', { round: 3 });
    const guest = await hall.asker('participant');
    await expect(guest.ask('timer:stop', {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(guest.ask('hall:end', { ended: true })).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('rounds', () => {
  it('TI9 (T44) two hosts who start the same round start it once; going back keeps the furthest', async () => {
    const { hall, host, organiser } = await bench();
    const other = await hall.asker('host', hall.stations[1]!);
    await Promise.all([host.ask('round:start', { round: 3 }), other.ask('round:start', { round: 3 })]);
    await host.ask('round:start', { round: 2 });
    expect(hall.room.hall).toMatchObject({ round: 2, more: { furthest: 3 } });
    const { lines } = await organiser.ask('log:look', {});
    expect(lines.map(({ deed, about }) => `${deed} ${about}`)).toEqual(['round:start 2', 'round:start 3']);
  });

  it('TI10 are renamed, recoloured, added and taken away while the hall runs, but for those ever started', async () => {
    const { hall, organiser } = await bench();
    await organiser.ask('round:start', { round: 2 });
    const rounds = [
      { name: ' Før\nkaffen ', colour: 'teal' as const },
      { name: 'Etter kaffen', colour: 'grey' as const },
    ];
    await expect(organiser.ask('rounds:set', { rounds: rounds.slice(0, 1) })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const blank = [...rounds, { name: '\u200b ', colour: 'blue' as const }];
    await expect(organiser.ask('rounds:set', { rounds: blank })).rejects.toMatchObject({ code: 'empty' });
    const { rounds: set } = await organiser.ask('rounds:set', { rounds });
    expect(set).toEqual([
      { n: 1, name: 'Før kaffen', colour: 'teal' },
      { n: 2, name: 'Etter kaffen', colour: 'grey' },
    ]);
    expect(hall.room.metaOf(hall.room.hall.stations[0]!)).toMatchObject({ rounds: set, round: 2 });
    await hall.restart();
    expect(hall.room.state().rounds).toEqual(set);
  });
});

describe('the end', () => {
  it('TI11 stops the timer, can be read and not changed, and is taken back', async () => {
    const { hall, host, organiser, start } = await bench();
    const [first] = hall.stations;
    await start(MINUTE);
    const { endedAt } = await organiser.ask('hall:end', { ended: true });
    expect(hall.room.state()).toMatchObject({ endedAt, timer: null });
    await hall.clock.pass(HOUR);
    expect((await organiser.ask('hall:end', { ended: true })).endedAt).toBe(endedAt);
    await hall.restart();
    const again = await hall.asker('organiser');
    const words = { title: 'Ny', question: '', explanation: [], levels: false };
    const deeds = [
      () => again.ask('round:start', { round: 2 }),
      () => again.ask('timer:start', { kind: 'break', ms: MINUTE, press: 'press-no-1' }),
      () => again.ask('station:rule', { stationId: first!, frozen: true }),
      () => again.ask('hall:set', { title: 'Nytt navn' }),
      () => again.ask('rounds:set', { rounds: [{ name: 'En', colour: 'blue' }] }),
      () => again.ask('station:edit', { stationId: first!, title: 'Ny' }),
      () => again.ask('station:add', { ...words, kind: 'wall', press: 'press-no-2' }),
      () => again.ask('station:order', { stations: hall.stations.toReversed() }),
      () => again.ask('station:remove', { stationId: first! }),
    ];
    const before = hall.room.hall;
    for (const deed of deeds) await expect(deed()).rejects.toMatchObject({ code: 'ended' });
    expect(hall.room.hall).toEqual(before);
    expect((await again.ask('log:look', {})).lines[0]).toMatchObject({ deed: 'hall:end', about: 'on' });
    expect(await again.ask('hall:end', { ended: false })).toEqual({ endedAt: null });
    await host.ask('hall:look', {});
    await again.ask('round:start', { round: 2 });
    expect(hall.room.state()).toMatchObject({ round: 2, endedAt: null });
  });
});
