/** Folded groups: a way of looking that one device has, kept there, and in step with the document. */

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { freePlace } from '../../../../client/board/deeds/freePlace.ts';
import { BoardModel } from '../../../../client/board/model/BoardModel.ts';
import { Folds } from '../../../../client/board/model/folds.ts';
import { readClusters, readNotes } from '../../../../shared/board/boardDoc.ts';
import { addNote, joinCluster, makeCluster, mergeClusters, move } from '../../../../shared/board/boardOps.ts';
import { clusterBox, foldedBox, overlaps, viewBoard } from '../../../../shared/board/boardView.ts';
import { type NoteId, newId, type StationId } from '../../../../shared/domain/ids.ts';
import { Device } from '../device.ts';

const station = newId('s') as StationId;

function boardWithGroup(count = 5) {
  const doc = new Y.Doc();
  const notes = Array.from({ length: count }, () => newId('n'));
  notes.forEach((id, at) => {
    addNote(doc, { id, text: `Lapp ${at}`, pos: [0, 0], round: 1, at });
  });
  const cluster = newId('c');
  makeCluster(doc, { id: cluster, title: 'Gruppe', pos: [0, 0] }, notes);
  const model = new BoardModel(() => {});
  model.bind(doc);
  model.flush();
  return { doc, model, notes, cluster };
}

const everywhere = { x: -5_000, y: -5_000, w: 10_000, h: 10_000 };

describe('a folded group', () => {
  it('is small, keeps its corner and its count, and its notes can’t be hit', () => {
    const { model, cluster, notes } = boardWithGroup();
    model.fold(new Set([cluster]));
    model.flush();
    const placed = model.view.clusters.get(cluster)!;
    expect(placed).toMatchObject({ ...foldedBox([0, 0], 5), folded: true });
    expect(placed.members).toEqual(notes);
    expect(model.near(everywhere).notes).toEqual([]);
    expect(model.view.notes.get(notes[0]!)).toMatchObject({ folded: true, cluster });
    expect(model.bounds).toMatchObject({ w: placed.w, h: placed.h });
  });

  it('is never larger than it is when open', () => {
    for (let count = 1; count < 40; count++) {
      const [folded, open] = [foldedBox([0, 0], count), clusterBox([0, 0], count)];
      expect(folded.w).toBeLessThanOrEqual(open.w);
      expect(folded.h).toBeLessThanOrEqual(open.h);
    }
  });

  it('opens as if nothing had been', () => {
    const { doc, model, cluster } = boardWithGroup();
    model.fold(new Set([cluster]));
    model.flush();
    model.fold(new Set());
    model.flush();
    const whole = viewBoard(readNotes(doc), readClusters(doc));
    expect(model.view.notes).toEqual(whole.notes);
    expect(model.view.clusters).toEqual(whole.clusters);
    expect(model.near(everywhere).notes).toHaveLength(5);
  });

  it('takes in what is added to it, moved and merged while it is folded', () => {
    const { doc, model, cluster } = boardWithGroup();
    model.fold(new Set([cluster]));
    const late = newId('n');
    addNote(doc, { id: late, text: 'Sen', pos: [900, 0], round: 1, at: 9 });
    model.flush();
    expect(model.near(everywhere).notes).toHaveLength(1);
    joinCluster(doc, cluster, [late]);
    move(doc, [{ id: cluster, pos: [50, 60] }]);
    model.flush();
    expect(model.view.clusters.get(cluster)).toMatchObject({ x: 50, y: 60, folded: true });
    expect(model.view.clusters.get(cluster)!.members).toHaveLength(6);
    expect(model.near(everywhere).notes).toEqual([]);
    const other = newId('c');
    const guest: NoteId = newId('n');
    addNote(doc, { id: guest, text: 'Gjest', pos: [0, 0], round: 1, at: 10 });
    makeCluster(doc, { id: other, title: '', pos: [2_000, 0] }, [guest]);
    mergeClusters(doc, other, cluster);
    model.flush();
    expect(model.near(everywhere).notes).toEqual([]);
    expect(model.view.clusters.get(cluster)!.members.at(-1)).toBe(guest);
  });

  it('keeps its wall free, since it is open on other screens', () => {
    const { model, cluster } = boardWithGroup(9);
    model.fold(new Set([cluster]));
    model.flush();
    const [x, y] = freePlace(model.spatial, { x: 450, y: 450 });
    expect(overlaps({ x, y, w: 200, h: 200 }, clusterBox([0, 0], 9))).toBe(false);
  });

  it('is still folded at the next visit, on this device', () => {
    const device = new Device().storageOf();
    const { doc, model, cluster } = boardWithGroup();
    const told: boolean[] = [];
    const folds = new Folds(model, device, station, (_, folded) => told.push(folded));
    folds.toggle(cluster);
    expect(folds.has(cluster)).toBe(true);
    const again = new BoardModel(() => {});
    new Folds(again, device, station);
    again.bind(doc);
    again.flush();
    expect(again.view.clusters.get(cluster)!.folded).toBe(true);
    folds.toggle(cluster);
    expect(device.keys('vh.folded.')).toEqual([]);
    expect(told).toEqual([true, false]);
  });
});
