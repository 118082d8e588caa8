/** Where the board is looked at from: pure maths between world units and pixels of the viewport. */

import type { Box } from '../../../shared/board/boardView.ts';

/** A world point `w` is seen at `w * z + (x, y)`, in pixels from the viewport's top left corner. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly w: number;
  readonly h: number;
}

/** Pixels along the edges that something else lies over (a toolbar, a header). */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export const NO_INSETS: Insets = { top: 0, right: 0, bottom: 0, left: 0 };
export const ZOOM_MAX = 3;
/** Far enough out for 5,000 notes on a phone. */
export const ZOOM_MIN = 0.015;

export function toWorld(camera: Camera, point: Point): Point {
  return { x: (point.x - camera.x) / camera.z, y: (point.y - camera.y) / camera.z };
}

export function toScreen(camera: Camera, point: Point): Point {
  return { x: point.x * camera.z + camera.x, y: point.y * camera.z + camera.y };
}

export function panBy(camera: Camera, dx: number, dy: number): Camera {
  return { x: camera.x + dx, y: camera.y + dy, z: camera.z };
}

/** Zooms by a factor so that what is under `point` stays under it. */
export function zoomAbout(camera: Camera, point: Point, factor: number): Camera {
  const z = clampZoom(camera.z * factor);
  const world = toWorld(camera, point);
  return { x: point.x - world.x * z, y: point.y - world.y * z, z };
}

/** The part of the world that is seen. */
export function visibleBox(camera: Camera, size: Size): Box {
  const { x, y } = toWorld(camera, { x: 0, y: 0 });
  return { x, y, w: size.w / camera.z, h: size.h / camera.z };
}

/** The camera that shows the whole box in the middle of what the insets leave free, and no nearer than `zoomMax`. */
export function fitBox(box: Box, size: Size, insets: Insets = NO_INSETS, zoomMax = 1): Camera {
  const free = freeOf(size, insets);
  const z = clampZoom(Math.min(zoomMax, free.w / Math.max(1, box.w), free.h / Math.max(1, box.h)));
  return {
    x: insets.left + free.w / 2 - (box.x + box.w / 2) * z,
    y: insets.top + free.h / 2 - (box.y + box.h / 2) * z,
    z,
  };
}

/**
 * The camera that fills what the insets leave free from top to bottom, no further off than `zoomMin`, with `focus` as
 * near to its middle as the box allows.
 */
export function fillBox(box: Box, focus: Point, size: Size, insets: Insets, zoomMin: number): Camera {
  const free = freeOf(size, insets);
  const z = clampZoom(Math.max(zoomMin, Math.min(1, free.h / Math.max(1, box.h))));
  const shift = (from: number, length: number, at: number, low: number, room: number) =>
    length * z <= room
      ? low + (room - length * z) / 2 - from * z
      : between(low + room / 2 - at * z, low + room - (from + length) * z, low - from * z);
  return {
    x: shift(box.x, box.w, focus.x, insets.left, free.w),
    y: shift(box.y, box.h, focus.y, insets.top, free.h),
    z,
  };
}

/** The same zoom, panned just as far as needed to show the box (or its top left part, where it is larger). */
export function reveal(camera: Camera, box: Box, size: Size, insets: Insets = NO_INSETS): Camera {
  const start = toScreen(camera, box);
  const shift = (from: number, length: number, low: number, high: number) => {
    if (from < low) return low - from;
    if (from + length > high) return Math.max(low - from, high - (from + length));
    return 0;
  };
  return panBy(
    camera,
    shift(start.x, box.w * camera.z, insets.left, size.w - insets.right),
    shift(start.y, box.h * camera.z, insets.top, size.h - insets.bottom),
  );
}

/** Keeps some of the content in sight, so that nobody gets lost in empty space. */
export function keepInSight(camera: Camera, content: Box | null, size: Size): Camera {
  if (!content) return camera;
  const seen = { x: size.w * 0.25, y: size.h * 0.25 };
  const left = content.x * camera.z;
  const top = content.y * camera.z;
  return {
    z: camera.z,
    x: between(camera.x, seen.x - left - content.w * camera.z, size.w - seen.x - left),
    y: between(camera.y, seen.y - top - content.h * camera.z, size.h - seen.y - top),
  };
}

/** A camera on the way between two; even to the eye, since zoom goes by factors and not by sums. */
export function partWay(from: Camera, to: Camera, part: number, size: Size): Camera {
  const z = from.z * (to.z / from.z) ** part;
  const middle = { x: size.w / 2, y: size.h / 2 };
  const a = toWorld(from, middle);
  const b = toWorld(to, middle);
  // Where zoom changes, the middle moves at the pace of the zoom, or the picture would swerve.
  const pace =
    Math.abs(to.z - from.z) < from.z * 1e-6 ? part : (1 / z - 1 / from.z) / (1 / to.z - 1 / from.z);
  const x = a.x + (b.x - a.x) * pace;
  const y = a.y + (b.y - a.y) * pace;
  return { x: middle.x - x * z, y: middle.y - y * z, z };
}

export function sameCamera(a: Camera, b: Camera): boolean {
  return Math.abs(a.x - b.x) < 0.5 && Math.abs(a.y - b.y) < 0.5 && Math.abs(a.z / b.z - 1) < 1e-4;
}

function freeOf(size: Size, insets: Insets): Size {
  return {
    w: Math.max(1, size.w - insets.left - insets.right),
    h: Math.max(1, size.h - insets.top - insets.bottom),
  };
}

const clampZoom = (z: number) => between(z, ZOOM_MIN, ZOOM_MAX);
const between = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));
