/** The camera's maths. */

import { describe, expect, it } from 'vitest';
import {
  type Camera,
  fitBox,
  keepInSight,
  panBy,
  partWay,
  reveal,
  toScreen,
  toWorld,
  visibleBox,
  ZOOM_MAX,
  ZOOM_MIN,
  zoomAbout,
} from '../../../../client/board/surface/camera.ts';

const size = { w: 1280, h: 800 };
const camera: Camera = { x: 40, y: -30, z: 0.5 };

describe('the camera', () => {
  it('maps there and back', () => {
    const point = { x: 123, y: 456 };
    const back = toWorld(camera, toScreen(camera, point));
    expect(back.x).toBeCloseTo(point.x);
    expect(back.y).toBeCloseTo(point.y);
  });

  it('keeps what is under the pointer under it while it zooms', () => {
    const pointer = { x: 700, y: 300 };
    const before = toWorld(camera, pointer);
    const after = toWorld(zoomAbout(camera, pointer, 1.7), pointer);
    expect(after.x).toBeCloseTo(before.x);
    expect(after.y).toBeCloseTo(before.y);
  });

  it('zooms no further than its limits', () => {
    expect(zoomAbout(camera, { x: 0, y: 0 }, 1e9).z).toBe(ZOOM_MAX);
    expect(zoomAbout(camera, { x: 0, y: 0 }, 1e-9).z).toBe(ZOOM_MIN);
  });

  it('fits a box into the middle of what the insets leave, and no nearer than asked', () => {
    const insets = { top: 100, right: 0, bottom: 0, left: 280 };
    const fitted = fitBox({ x: -500, y: 0, w: 4_000, h: 1_000 }, size, insets);
    expect(fitted.z).toBeCloseTo(0.25);
    expect(toScreen(fitted, { x: -500, y: 500 })).toEqual({ x: 280, y: 450 });
    expect(fitBox({ x: 0, y: 0, w: 10, h: 10 }, size).z).toBe(1);
  });

  it('reveals with the shortest pan, and not at all what is seen', () => {
    const still: Camera = { x: 0, y: 0, z: 1 };
    expect(reveal(still, { x: 100, y: 100, w: 200, h: 200 }, size)).toEqual(still);
    expect(reveal(still, { x: 1_200, y: -50, w: 200, h: 200 }, size)).toEqual({ x: -120, y: 50, z: 1 });
  });

  it('never loses all of the content', () => {
    const content = { x: 0, y: 0, w: 400, h: 400 };
    const lost = keepInSight(panBy({ x: 0, y: 0, z: 1 }, 9_000, -9_000), content, size);
    const seen = visibleBox(lost, size);
    expect(seen.x).toBeLessThan(content.x + content.w);
    expect(seen.y + seen.h).toBeGreaterThan(content.y);
    expect(keepInSight(camera, null, size)).toBe(camera);
  });

  it('travels from one place to another, past no third', () => {
    const to: Camera = { x: -800, y: -500, z: 1.5 };
    expect(partWay(camera, to, 0, size).x).toBeCloseTo(camera.x);
    const end = partWay(camera, to, 1, size);
    expect([end.x, end.y, end.z].map(Math.round)).toEqual([-800, -500, 2].map(Math.round));
    const half = partWay(camera, to, 0.5, size);
    expect(half.z).toBeGreaterThan(camera.z);
    expect(half.z).toBeLessThan(to.z);
  });
});
