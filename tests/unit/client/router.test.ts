// @vitest-environment happy-dom
/** The router: paths to views, walking without loading, and keys that leave the address. */

import { beforeEach, describe, expect, it } from 'vitest';
import { currentRoute, dropKey, hasWalked, keyInAddress, navigate } from '../../../client/router.ts';
import { type HallId, newId, type StationId } from '../../../shared/domain/ids.ts';
import { paths, readRoute } from '../../../shared/domain/links.ts';

const hall = newId('h') as HallId;
const station = newId('s') as StationId;

describe('router', () => {
  beforeEach(() => history.replaceState(null, '', '/'));

  it('reads each path that it writes', () => {
    const read = (path: string) => readRoute(path.replace(/#.*/, ''));
    expect(read(paths.start())).toEqual({ view: 'start' });
    expect(read(paths.join())).toEqual({ view: 'join' });
    expect(read(paths.joinByCode('K7PMQ2'))).toEqual({ view: 'join', code: 'K7PMQ2' });
    expect(read(paths.joinByKey('secret'))).toEqual({ view: 'join' });
    expect(read(paths.hall(hall))).toEqual({ view: 'hall', hall });
    expect(read(paths.organise(hall, 'secret'))).toEqual({ view: 'organise', hall });
    expect(read(paths.posters(hall))).toEqual({ view: 'posters', hall });
    expect(read(paths.hallWall(hall, 'secret'))).toEqual({ view: 'hallWall', hall });
    expect(read(paths.accessibility())).toEqual({ view: 'accessibility' });
    for (const view of ['pad', 'board', 'outline', 'wall', 'touch', 'desk'] as const) {
      expect(read(paths[view](hall, station))).toEqual({ view, hall, station });
    }
  });

  it.each([
    '/nothing',
    `/hall/${hall}/pad`,
    `/hall/${hall}/pad/${station}/more`,
    '/j/%',
    '/tilgjengelighet/x',
  ])('shows that %s leads nowhere', (path) => {
    history.replaceState(null, '', path);
    expect(currentRoute()).toEqual({ view: 'unknown' });
  });

  it('walks to a view, and knows that it has walked', () => {
    navigate(paths.pad(hall, station));
    expect(currentRoute()).toEqual({ view: 'pad', hall, station });
    expect(hasWalked()).toBe(true);
  });

  it('gives the same route as long as the path is the same, so that nothing is drawn anew for a key', () => {
    navigate(paths.organise(hall, 'secret'));
    const before = currentRoute();
    expect(keyInAddress()).toBe('secret');
    dropKey();
    expect(currentRoute()).toBe(before);
  });

  it('takes a key out of the address and of the history entry', () => {
    navigate(paths.desk(hall, station, 'secret'));
    const entries = history.length;
    dropKey();
    expect(location.href).not.toContain('secret');
    expect(keyInAddress()).toBeNull();
    expect(history.length).toBe(entries);
  });
});
