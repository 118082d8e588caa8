/** Checks of plain values that fields of boards and of plans have in common. */

import type { Check } from './shape.ts';

/** A fractional index grows by a character now and then; this is hundreds of reorderings in one spot. */
const ORDER_MAX = 256;
const LANE_MAX = 60;

export const isText =
  (max: number): Check =>
  (value) =>
    typeof value === 'string' && value.length <= max;
export const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
export const isOrder: Check = isText(ORDER_MAX);
export const isLevel: Check = (value) => value === 'local' || value === 'national';

const isLane = isText(LANE_MAX);
const isMonth: Check = (value) =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 24;
export const isSlot: Check = (value) =>
  Array.isArray(value) && value.length === 3 && isLane(value[0]) && isMonth(value[1]) && isMonth(value[2]);
