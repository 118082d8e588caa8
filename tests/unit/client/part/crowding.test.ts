/** The hint to a station with more room: only where one is clearly crowded and another clearly is not. */

import { describe, expect, it } from 'vitest';
import { roomierThan } from '../../../../client/part/crowding.ts';
import { newId, type StationId } from '../../../../shared/domain/ids.ts';

const ids = Array.from({ length: 4 }, () => newId('s') as StationId);
const hall = (...people: number[]) => people.map((count, index) => ({ id: ids[index]!, people: count }));
/** Which station is suggested to those at the first one. */
const hint = (...people: number[]) => {
  const found = roomierThan(ids[0]!, hall(...people));
  return found ? ids.indexOf(found.id) : null;
};

describe('the hint to another station', () => {
  it('names the emptiest where one is crowded', () => {
    expect(hint(20, 4, 6, 1)).toBe(3);
    expect(hint(9, 0, 2, 3)).toBe(1);
  });

  it('says nothing where people are shared out about evenly', () => {
    expect(hint(12, 10, 11, 9)).toBeNull();
    expect(hint(14, 7, 8, 7)).toBeNull();
  });

  it('says nothing of a few people, however they stand', () => {
    expect(hint(7, 0, 0, 0)).toBeNull();
    expect(hint(3, 0, 1, 0)).toBeNull();
  });

  it('says nothing where the others have many too', () => {
    expect(hint(40, 12, 15, 12)).toBeNull();
  });

  it('says nothing at a station that is not the crowded one, nor in a hall with only one', () => {
    expect(roomierThan(ids[3]!, hall(20, 4, 6, 1))).toBeNull();
    expect(hint(30)).toBeNull();
  });
});
