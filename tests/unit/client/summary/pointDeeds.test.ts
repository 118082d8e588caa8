/** Notes put into a summary's points, and moved between them. */

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { putNote, sourcesWithout, titleOf } from '../../../../client/summary/pointDeeds.ts';
import { newId } from '../../../../shared/domain/ids.ts';
import { POINT_TITLE_MAX, pointsOf } from '../../../../shared/plan/planDoc.ts';
import { addPoint, findPoint, planUndo } from '../../../../shared/plan/planOps.ts';
import { sourceOf } from '../../../../shared/plan/source.ts';

const station = newId('s');
const [group, one, two, three] = [newId('c'), newId('n'), newId('n'), newId('n')];
const members = (id: string) => (id === group ? [one, two] : []);
const note = { id: one, text: 'Bussen går for sjelden' };
const of = (...things: (typeof one | typeof group)[]) => things.map((thing) => sourceOf(station, thing));

describe('a note put into a point', () => {
  it('is cited by it, once', () => {
    const doc = new Y.Doc();
    const point = addPoint(doc, { of: station, title: 'Skyss', sources: of(three) })!;
    expect(putNote(doc, station, note, point, null, members)).toBe(point);
    expect(putNote(doc, station, note, point, null, members)).toBe(point);
    expect(findPoint(doc, point)!.sources).toEqual(of(three, one));
  });

  it('makes a point of a single voice', () => {
    const doc = new Y.Doc();
    const point = addPoint(doc, { of: station, sources: of(three), single: true })!;
    putNote(doc, station, note, point, null, members);
    expect(findPoint(doc, point)!.single).toBeUndefined();
  });

  it('leaves the point that it came from, whose group is then cited by its other notes; one step of undo', () => {
    const doc = new Y.Doc();
    const [from, into] = [
      addPoint(doc, { of: station, sources: of(group) })!,
      addPoint(doc, { of: station, sources: of(three) })!,
    ];
    const undo = planUndo(doc);
    putNote(doc, station, note, into, from, members);
    expect(findPoint(doc, from)!.sources).toEqual(of(two));
    expect(findPoint(doc, into)!.sources).toEqual(of(three, one));
    undo.undo();
    expect(findPoint(doc, from)!.sources).toEqual(of(group));
    expect(findPoint(doc, into)!.sources).toEqual(of(three));
  });

  it('takes a single voice of its own along, but never the words of a main point', () => {
    const doc = new Y.Doc();
    const single = addPoint(doc, { of: station, sources: of(one), single: true })!;
    const written = addPoint(doc, { of: station, title: 'Skrevet', sources: of(one) })!;
    const into = addPoint(doc, { of: station, sources: of(three) })!;
    putNote(doc, station, note, into, single, members);
    putNote(doc, station, note, into, written, members);
    expect(findPoint(doc, single)).toBeNull();
    expect(findPoint(doc, written)).toMatchObject({ title: 'Skrevet', sources: [] });
  });

  it('gets a point or a single voice of its own, with its words as heading', () => {
    const doc = new Y.Doc();
    const fresh = putNote(doc, station, note, 'fresh', null, members)!;
    const alone = putNote(doc, station, note, 'alone', null, members)!;
    expect(findPoint(doc, fresh)).toMatchObject({ title: note.text, line: '', sources: of(one) });
    expect(findPoint(doc, alone)).toMatchObject({ single: true, of: station });
  });

  it('goes nowhere where the point is gone', () => {
    const doc = new Y.Doc();
    expect(putNote(doc, station, note, newId('q'), null, members)).toBeNull();
    expect(pointsOf(doc).size).toBe(0);
  });
});

describe('sources without a note', () => {
  it('leaves other stations, points and groups alone', () => {
    const other = newId('s');
    const kept = [sourceOf(other, one), newId('q'), sourceOf(station, newId('c'))];
    expect(sourcesWithout([...kept, ...of(one)], station, one, members)).toEqual(kept);
  });
});

describe('a heading of a note', () => {
  it('is the note, cut at a word where it is too long', () => {
    expect(titleOf('Kort\nog godt')).toBe('Kort og godt');
    const cut = titleOf('ord '.repeat(60));
    expect(cut.length).toBeLessThanOrEqual(POINT_TITLE_MAX);
    expect(cut).toMatch(/ord…$/);
    expect(titleOf('😀'.repeat(100))).toMatch(/^(😀)+…$/u);
  });
});
