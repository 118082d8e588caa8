/** Stations as they are rewritten and put in another order: only what was changed is sent, and nothing is lost. */

import { describe, expect, it } from 'vitest';
import { arranged, stepped } from '../../../../client/organise/order.ts';
import { changedWords, draftFault, draftOf, wordsOf } from '../../../../client/organise/stationWords.ts';

const station = { title: 'Idébanken', question: 'Hva?', explanation: ['Én.', 'To.'], levels: false };

describe('a station’s words', () => {
  it('come back from the form as they went in', () => {
    expect(wordsOf(draftOf(station))).toEqual(station);
  });

  it('lose blank lines and edges, and nothing else', () => {
    const draft = { ...draftOf(station), explanation: '  Én.  \r\n\r\n\nTo. ', title: ' Idé\tbanken ' };
    expect(wordsOf(draft)).toEqual({ ...station, title: 'Idé banken' });
  });

  it('are sent only where they were changed, so that another’s change stays', () => {
    expect(changedWords(station, { ...draftOf(station), question: 'Hva nå?' })).toEqual({
      question: 'Hva nå?',
    });
    expect(changedWords(station, { ...draftOf(station), explanation: 'Én.' })).toEqual({
      explanation: ['Én.'],
    });
    expect(changedWords(station, { ...draftOf(station), levels: true })).toEqual({ levels: true });
    expect(changedWords(station, draftOf(station))).toBeNull();
  });

  it.each([
    ['noTitle', { title: '   ' }],
    ['titleTooLong', { title: 'x'.repeat(61) }],
    ['questionTooLong', { question: 'x'.repeat(301) }],
    ['tooManyLines', { explanation: Array.from({ length: 21 }, () => 'x').join('\n') }],
    ['lineTooLong', { explanation: 'x'.repeat(1_001) }],
    [null, {}],
  ])('that the server would refuse are told before they are sent: %s', (fault, change) => {
    expect(draftFault({ ...draftOf(station), ...change })).toBe(fault);
  });
});

describe('the order of stations', () => {
  it('changes by one step, and not beyond its ends', () => {
    expect(stepped(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
    expect(stepped(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
    const ids = ['a', 'b'];
    expect(stepped(ids, 'a', -1)).toBe(ids);
    expect(stepped(ids, 'b', 1)).toBe(ids);
    expect(stepped(ids, 'z', 1)).toBe(ids);
  });

  it('steps add up, and going back gives the order that was', () => {
    const there = stepped(stepped(['a', 'b', 'c'], 'a', 1), 'a', 1);
    expect(there).toEqual(['b', 'c', 'a']);
    expect(stepped(stepped(there, 'a', -1), 'a', -1)).toEqual(['a', 'b', 'c']);
  });

  it('that was wanted shows all stations: a new one last, a gone one not', () => {
    const of = (...ids: string[]) => ids.map((id) => ({ id }));
    expect(arranged(of('a', 'b', 'c', 'd'), ['c', 'gone', 'a'])).toEqual(of('c', 'a', 'b', 'd'));
  });
});
