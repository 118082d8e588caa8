/**
 * What is done in a hall's plan, judged by the permission table (PL2): points by who may write the summary that they
 * are of, measures by who may write the plan; the rest is the server's. Nobody owns a point or a measure.
 *
 * Whose summary a point is of may come later in the update than its other fields. So points are gathered, and judged
 * when all has been found.
 */

import { fieldsIn } from '../../../shared/board/boardDoc.ts';
import type { StationId } from '../../../shared/domain/ids.ts';
import { may } from '../../../shared/domain/permission.ts';
import { MEASURES_MAX, POINTS_MAX, pointsOf } from '../../../shared/plan/planDoc.ts';
import { type RootName, rootNamed } from '../../../shared/plan/roots.ts';
import { livesAt } from './boardDeeds.ts';
import type { Deeds } from './deeds.ts';
import type { PartName } from './place.ts';
import type { Places } from './places.ts';
import { type Asker, BARS } from './policy.ts';
import type { Struct } from './readUpdate.ts';
import { Refusal } from './refusal.ts';
import type { GateBoard } from './rules.ts';

const NOBODYS: ReadonlySet<never> = new Set();
const MOST = { points: POINTS_MAX, measures: MEASURES_MAX } as const;

export class PlanDeeds implements Deeds {
  readonly created = NOBODYS;
  readonly #board: GateBoard;
  readonly #asker: Asker;
  readonly #places: Places;
  /** Points that are touched, and the summaries that the update itself says that they are of. */
  readonly #points = new Map<string, string[]>();
  readonly #made = { points: new Set<string>(), measures: new Set<string>() };

  constructor(board: GateBoard, asker: Asker, places: Places) {
    this.#board = board;
    this.#asker = asker;
    this.#places = places;
  }

  edit(part: PartName, id: string): void {
    this.#touch(part, id);
  }

  write(part: PartName, id: string, field: string, struct: Struct): void {
    const ofs = this.#touch(part, id);
    if (part !== 'points' || field !== 'of') return;
    if (this.#ofNow(id) !== null && !this.#comesWithIt(struct)) throw fixed(id);
    if (struct.content.kind !== 'json') return;
    for (const value of struct.content.values) if (typeof value === 'string') ofs.push(value);
  }

  empty(part: PartName, id: string, field: string): void {
    this.#touch(part, id);
    if (part === 'points' && field === 'of') throw fixed(id);
  }

  mayEmpty(part: PartName, id: string, field: string): boolean {
    if (part === 'points') return field !== 'of' && this.#mayWriteOf(this.#ofNow(id));
    return true;
  }

  put(root: RootName, key: string, { content }: Struct): void {
    const part = this.#mustBePart(root);
    this.#touch(part, key);
    if (content.kind === 'map' && !livesAt(rootNamed(this.#board.doc, part), key)) this.#made[part].add(key);
  }

  remove(root: RootName, key: string): void {
    this.#touch(this.#mustBePart(root), key);
  }

  settle(): void {
    for (const [id, ofs] of this.#points) {
      const now = this.#ofNow(id);
      const denied = [...ofs, ...(now === null ? [] : [now])].some((of) => !this.#mayWriteOf(of));
      if (denied) throw new Refusal('denied', 'that summary is not yours to write', id);
    }
    for (const part of ['points', 'measures'] as const) {
      const made = this.#made[part].size;
      const most = MOST[part];
      const root = rootNamed(this.#board.doc, part);
      // Keys ever used are at least as many as entries that stand, and known at once.
      if (made > 0 && root._map.size + made > most && root.size + made > most) {
        throw new Refusal('plan_full', `a plan holds ${most} ${part}`);
      }
    }
  }

  /** Who may not write in the plan at all is told so at once. @returns what the update says the point is of */
  #touch(part: PartName, id: string): string[] {
    const { actor, barred } = this.#asker;
    if (!may(actor, 'plan:write')) throw new Refusal('denied', 'one may only look here', id);
    if (barred) throw new Refusal(barred, BARS[barred], id);
    if (part !== 'points') return [];
    const known = this.#points.get(id);
    if (known) return known;
    const ofs: string[] = [];
    this.#points.set(id, ofs);
    return ofs;
  }

  #mustBePart(root: RootName): 'points' | 'measures' {
    if (root === 'points' || root === 'measures') return root;
    throw new Refusal('denied', 'that is the server’s to write');
  }

  /** Whose summary it is of; null while it is not there, or in the making. */
  #ofNow(id: string): string | null {
    const of = fieldsIn(pointsOf(this.#board.doc), id)?.get('of');
    return typeof of === 'string' ? of : null;
  }

  /** A point in the making is nobody's yet: whoever writes some summary may go on with it. */
  #mayWriteOf(of: string | null): boolean {
    const { actor } = this.#asker;
    if (of === null || of === 'hall') return may(actor, 'plan:write');
    return may(actor, 'summary:write', of as StationId);
  }

  /** Whether it is written on a map that this update brings, and not on one that is there. */
  #comesWithIt({ parent, origin }: Struct): boolean {
    const id = typeof parent === 'string' ? null : (parent ?? origin);
    return id !== null && this.#places.ownAt(id.client, id.clock) !== null;
  }
}

const fixed = (id: string) =>
  new Refusal('denied', 'a point stays of the summary that it was made for', id, 'of');
