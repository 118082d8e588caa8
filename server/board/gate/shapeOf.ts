/** Which shape a document has: known by its name. */

import { PLAN_ID, type StationId } from '../../../shared/domain/ids.ts';
import { BOARD_SHAPE } from './boardShape.ts';
import { PLAN_SHAPE } from './planShape.ts';
import type { DocRules } from './rules.ts';

export const shapeOf = (id: StationId): DocRules => (PLAN_ID.test(id) ? PLAN_SHAPE : BOARD_SHAPE);
