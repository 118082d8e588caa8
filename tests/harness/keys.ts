/** What an organiser does with keys, for tests. */

import type { CreatedHall, KeyInfo } from '../../shared/protocol/rest.ts';
import { call, sessionOf } from './hall.ts';

/** Withdraws every good key of a hall that fits. @returns how many */
export async function withdrawKeys(
  base: string,
  made: CreatedHall,
  fits: (key: KeyInfo) => boolean,
): Promise<number> {
  const { token } = await sessionOf(base, made, 'organiser');
  const path = `/api/halls/${made.hall.id}/keys`;
  const { body } = await call<{ keys: KeyInfo[] }>(base, 'GET', path, { token });
  const fitting = body.keys.filter((key) => key.withdrawnAt === undefined && fits(key));
  for (const { id } of fitting) {
    const { status } = await call(base, 'DELETE', `${path}/${id}`, { token });
    if (status !== 200) throw new Error(`the key was not withdrawn: ${status}`);
  }
  return fitting.length;
}
