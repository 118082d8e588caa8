/** Template files that somebody chooses, the hall's standing in words, and the names of deeds. */

import { describe, expect, it } from 'vitest';
import { deedWords } from '../../../../client/organise/deedWords.ts';
import { type Standing, standingOf } from '../../../../client/organise/standing.ts';
import { placeInFile, readTemplateFile } from '../../../../client/organise/templateFile.ts';
import { run } from '../../../../client/text/run.nb.ts';
import { newId } from '../../../../shared/domain/ids.ts';
import { builtInTemplate } from '../../../../shared/domain/templates/index.ts';
import type { LogLine } from '../../../../shared/protocol/hallEvents.ts';
import type { HallHealth } from '../../../../shared/protocol/rest.ts';

const file = (text: string, size = text.length) => ({ name: 'mal.json', size, text: async () => text });

describe('a template file', () => {
  it('is read as it is, with or without the mark that some editors put first', async () => {
    const template = builtInTemplate('vandrehallen', 'nb');
    for (const mark of ['', '\uFEFF']) {
      const read = await readTemplateFile(file(mark + JSON.stringify(template)));
      expect(read).toEqual({ ok: true, name: 'mal.json', kind: 'template', template, stations: 4 });
    }
  });

  it.each([
    ['noJson', file('{"v":1,')],
    ['noTemplate', file('[]')],
    ['noTemplate', file('{"notes":[]}')],
    ['noTemplate', file('null')],
    ['tooLarge', file('{"stations":[]}', 300_000)],
    ['tooLarge', file('{}', 30_000_000)],
    ['newerHall', file('{"format":"vandrehallen","v":3}')],
    ['brokenHall', file('{"format":"vandrehallen","v":2,"template":{"stations":[{}]}}')],
    ['unreadable', { ...file(''), text: () => Promise.reject(new Error('gone')) }],
  ])('that is none is told as what it is: %s', async (why, chosen) => {
    expect(await readTemplateFile(chosen)).toEqual({ ok: false, name: 'mal.json', why });
  });

  it.each([1, 2])(
    'that is a whole hall is known by its form, and told with what it holds (v%i)',
    async (v) => {
      const hall = {
        format: 'vandrehallen',
        v,
        title: 'I fjor',
        locale: 'nn',
        template: { v: 1, stations: [{}, {}] },
        boards: { a: { notes: [{}, {}], clusters: [] }, b: { notes: [{}], clusters: [] } },
        ...(v === 2 ? { plan: { points: [], measures: [{}], signatures: [] } } : {}),
      };
      const read = await readTemplateFile(file(JSON.stringify(hall), 400_000));
      const told = { title: 'I fjor', locale: 'nn', stations: 2, notes: 3, measures: v - 1 };
      expect(read).toEqual({ ok: true, name: 'mal.json', kind: 'hall', hall, ...told });
    },
  );

  it('has its faults told where people would look for them', () => {
    expect(placeInFile('template.stations.1.title')).toBe('stations › 2 › title');
    expect(placeInFile('template')).toBe('');
    expect(placeInFile(undefined)).toBe('');
  });
});

describe('the hall’s standing', () => {
  const well: HallHealth = {
    people: 42,
    connections: 80,
    load: 0.1,
    loopDelayMs: 3,
    diskOk: true,
    holds: 300,
    stations: [{ id: newId('s'), status: 'ok', notes: 12 }],
  };

  it.each<[Standing, Partial<HallHealth>]>([
    ['ok', {}],
    ['busy', { load: 0.8 }],
    ['busy', { loopDelayMs: 400 }],
    ['busy', { people: 310 }],
    ['ill', { diskOk: false, load: 0.9 }],
    ['ill', { stations: [{ id: newId('s'), status: 'damaged', notes: 12 }] }],
    ['ill', { stations: [{ id: newId('s'), status: 'unavailable', notes: 12 }] }],
  ])('is %s by %j', (standing, change) => {
    expect(standingOf({ ...well, ...change })).toBe(standing);
  });
});

describe('a deed in the log', () => {
  const line = (deed: string, about?: string): LogLine => ({
    at: 1,
    name: '',
    role: 'host',
    deed,
    ...(about && { about }),
  });

  it('is told by what it was, and by what it was about', () => {
    expect(deedWords(line('round:start', '3'), run.log)).toBe('startet runde 3');
    expect(deedWords(line('station:rule', 'frozen:on'), run.log)).toBe('satte skrivingen på pause');
    expect(deedWords(line('station:rule', 'allowance:5'), run.log)).toBe(
      'endret hvor mange lapper hver kan ha',
    );
    expect(deedWords(line('note:hide', newId('n')), run.log)).toBe('tok ned en lapp');
  });

  it('that nobody has named yet is shown by its code', () => {
    expect(deedWords(line('hall:fly', 'home'), run.log)).toBe('hall:fly');
  });
});
