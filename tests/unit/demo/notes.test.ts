/** The demo's notes are notes that a real hall would take. */
import { expect, test } from 'vitest';
import { cleanText, isBlank, NOTE_MAX } from '../../../shared/domain/note.ts';
import { defaultRounds } from '../../../shared/domain/round.ts';
import { builtInTemplate } from '../../../shared/domain/templates/index.ts';
import { DEMO_NOTES, DEMO_STATIONS, GROUP_TITLES } from '../../demo/notes.ts';

const { stations } = builtInTemplate('vandrehallen', 'nb');
const count = (round: number) => DEMO_NOTES.filter((note) => note.round === round).length;

test('there are 140 to 170 notes, fewer in each round than in the one before', () => {
  expect(DEMO_NOTES.length).toBeGreaterThanOrEqual(140);
  expect(DEMO_NOTES.length).toBeLessThanOrEqual(170);
  expect([1, 2, 3, 4].map(count)).toEqual([45, 40, 35, 30]);
});

test('every note belongs to a station and a round of the standard hall', () => {
  const slugs = stations.map(({ slug }) => slug);
  const rounds = defaultRounds('nb').map(({ n }) => n);
  expect([...DEMO_STATIONS]).toEqual(slugs);
  for (const note of DEMO_NOTES) {
    expect(slugs).toContain(note.station);
    expect(rounds).toContain(note.round);
  }
  for (const slug of slugs) {
    for (const n of rounds) {
      expect(DEMO_NOTES.some(({ station, round }) => station === slug && round === n)).toBe(true);
    }
  }
});

test('every text is clean, not blank, of a length that a note may have, and there once at its station', () => {
  for (const { text } of DEMO_NOTES) {
    expect(cleanText(text)).toBe(text);
    expect(isBlank(text)).toBe(false);
    expect(text.length).toBeLessThanOrEqual(NOTE_MAX);
  }
  expect(new Set(DEMO_NOTES.map(({ station, text }) => `${station} ${text}`)).size).toBe(DEMO_NOTES.length);
  const lengths = DEMO_NOTES.map(({ text }) => text.length);
  expect(Math.min(...lengths)).toBeLessThan(10);
  expect(Math.max(...lengths)).toBeGreaterThan(180);
});

test('every group has a title and at least three notes, all at one station; and there are lone voices', () => {
  const used = new Set(DEMO_NOTES.flatMap(({ group }) => group ?? []));
  expect([...used].sort()).toEqual(Object.keys(GROUP_TITLES).sort());
  for (const key of used) {
    const members = DEMO_NOTES.filter(({ group }) => group === key);
    expect(members.length).toBeGreaterThanOrEqual(3);
    expect(new Set(members.map(({ station }) => station)).size).toBe(1);
  }
  for (const slug of DEMO_STATIONS) {
    const lone = DEMO_NOTES.filter(({ station, group }) => station === slug && !group);
    expect(lone.length).toBeGreaterThanOrEqual(3);
  }
});

test('levels stand only where the station offers them, slots only on the timeline and in its lanes', () => {
  for (const note of DEMO_NOTES) {
    const station = stations.find(({ slug }) => slug === note.station)!;
    if (note.level) expect(station.levels).toBe(true);
    expect(note.slot !== undefined).toBe(station.kind === 'timeline');
    if (!note.slot) continue;
    const [lane, from, to] = note.slot;
    expect(station.lanes?.map(({ id }) => id)).toContain(lane);
    expect(from).toBeGreaterThanOrEqual(1);
    expect(to).toBeGreaterThanOrEqual(from);
    expect(to).toBeLessThanOrEqual(12);
  }
});
