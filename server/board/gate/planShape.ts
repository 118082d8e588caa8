/** The shape of a hall's plan (`shared/plan/planDoc.ts`), with the values that its fields may have. */

import { MEASURE_ID, POINT_ID, STATION_ID } from '../../../shared/domain/ids.ts';
import {
  FIRST_STEP_MAX,
  MEASURE_TITLE_MAX,
  MEASURE_WHY_MAX,
  OWNER_MAX,
  PERIODS,
  PLAN_ROOTS,
  POINT_LINE_MAX,
  POINT_TITLE_MAX,
  SOURCES_MAX,
} from '../../../shared/plan/planDoc.ts';
import { type MeasureText, type PointText, planText } from '../../../shared/plan/planOps.ts';
import { readSource } from '../../../shared/plan/source.ts';
import { PlanDeeds } from './planDeeds.ts';
import type { DocRules } from './rules.ts';
import type { Check } from './shape.ts';
import { isLevel, isNumber, isOrder, isSlot, isText } from './values.ts';

/** Two valid edits of one text can merge to more than interfaces take. */
const MERGED = 2;

const isOf: Check = (value) => value === 'hall' || (typeof value === 'string' && STATION_ID.test(value));
const isYesNo: Check = (value) => typeof value === 'boolean';
const isShare: Check = (value) => typeof value === 'number' && value >= 0 && value <= 100;
const isPlace: Check = (value) =>
  Array.isArray(value) && value.length === 2 && isShare(value[0]) && isShare(value[1]);
const isPeriod: Check = (value) => (PERIODS as readonly unknown[]).includes(value);
const isSources: Check = (value) =>
  Array.isArray(value) && value.length <= SOURCES_MAX && value.every((source) => readSource(source) !== null);

export const PLAN_SHAPE: DocRules = {
  name: 'plan',
  roots: PLAN_ROOTS,
  parts: {
    points: {
      id: POINT_ID,
      values: new Map([
        ['of', isOf],
        ['order', isOrder],
        ['sources', isSources],
        ['single', isYesNo],
        ['check', isYesNo],
      ]),
      texts: new Map([
        ['title', POINT_TITLE_MAX * MERGED],
        ['line', POINT_LINE_MAX * MERGED],
      ]),
      lines: new Set(),
      mayLack: new Set(['single', 'check']),
    },
    measures: {
      id: MEASURE_ID,
      values: new Map([
        ['at', isNumber],
        ['place', isPlace],
        ['quick', isYesNo],
        ['level', isLevel],
        ['owner', isText(OWNER_MAX)],
        ['period', isPeriod],
        ['order', isOrder],
        ['slot', isSlot],
        ['sources', isSources],
      ]),
      texts: new Map([
        ['title', MEASURE_TITLE_MAX * MERGED],
        ['why', MEASURE_WHY_MAX * MERGED],
        ['firstStep', FIRST_STEP_MAX * MERGED],
      ]),
      lines: new Set(['owner']),
      mayLack: new Set(['place', 'quick', 'level', 'owner', 'period', 'order', 'slot']),
    },
  },
  wholes: new Set(['points', 'measures']),
  things: 'point or measure',
  write: 'plan:write',
  nameText: (id, field) => `${id} ${field}`,
  textNamed: (doc, name) => {
    const [id = '', field = ''] = name.split(' ');
    const part = id.startsWith('q_') ? 'points' : 'measures';
    return planText(doc, part, id, field as PointText | MeasureText);
  },
  judge: (board, asker, places) => new PlanDeeds(board, asker, places),
};
