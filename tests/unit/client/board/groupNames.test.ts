/** Names of groups from afar, and where a narrow screen begins. */

import { describe, expect, it } from 'vitest';
import { layName } from '../../../../client/board/paint/GroupNames.ts';
import { fillBox, toScreen } from '../../../../client/board/surface/camera.ts';
import { CLUSTER_HEAD, clusterBox, type PlacedCluster } from '../../../../shared/board/boardView.ts';
import { newId } from '../../../../shared/domain/ids.ts';

const group = (title: string, notes: number): PlacedCluster => ({
  id: newId('c'),
  title,
  members: [],
  ...clusterBox([0, 0], notes),
});

describe('the name of a group from afar', () => {
  const zooms = [0.45, 0.3, 0.2, 0.12, 0.08];

  it('is never smaller on the screen than can be read', () => {
    for (const zoom of zooms) {
      for (const title of ['Lønn', 'Bo her mens du lærer', 'Lærlinger som ambassadører i alle fag']) {
        const laid = layName(group(title, 12), zoom, 30);
        expect(laid!.size * zoom).toBeGreaterThanOrEqual(10.5 - 1e-9);
      }
    }
  });

  it('goes on two lines before it is cut', () => {
    expect(layName(group('Lønn', 4), 0.2, 30)?.lines).toBe(1);
    expect(layName(group('Sommerjobben åpner dører', 4), 0.2, 30)?.lines).toBe(2);
  });

  it('stands out of its group only as far as the wall above is free', () => {
    const crowded = layName(group('Sommerjobben åpner dører', 4), 0.15, 0)!;
    expect(crowded.rise).toBe(0);
    const free = layName(group('Sommerjobben åpner dører', 4), 0.15, 30)!;
    expect(free.rise).toBe(30);
    const near = layName(group('Lønn', 4), 0.45, 30)!;
    expect(near.rise).toBe(0);
    expect(near.size).toBeLessThanOrEqual(CLUSTER_HEAD);
  });

  it('is left out where the group is too small for one, and where it has none', () => {
    expect(layName(group('Lønn', 2), 0.05, 30)).toBeNull();
    expect(layName(group('', 12), 0.3, 30)).toBeNull();
  });
});

describe('a narrow screen', () => {
  const size = { w: 360, h: 680 };
  const insets = { top: 12, right: 12, bottom: 84, left: 12 };
  const wide = { x: -2_000, y: -1_000, w: 4_000, h: 2_000 };

  it('is filled from top to bottom, with the note that is looked for in sight and no emptiness at the sides', () => {
    for (const x of [-1_900, 0, 1_900]) {
      const camera = fillBox(wide, { x, y: 0 }, size, insets, 0.2);
      expect(camera.z * wide.h).toBeCloseTo(size.h - insets.top - insets.bottom);
      const seen = toScreen(camera, { x, y: 0 });
      expect(seen.x).toBeGreaterThanOrEqual(insets.left);
      expect(seen.x).toBeLessThanOrEqual(size.w - insets.right);
      expect(toScreen(camera, wide).x).toBeLessThanOrEqual(insets.left + 1e-6);
      const end = toScreen(camera, { x: wide.x + wide.w, y: 0 });
      expect(end.x).toBeGreaterThanOrEqual(size.w - insets.right - 1e-6);
    }
  });

  it('begins no further off than is asked for', () => {
    const camera = fillBox({ ...wide, h: 20_000 }, { x: 0, y: 0 }, size, insets, 0.3);
    expect(camera.z).toBe(0.3);
  });
});
