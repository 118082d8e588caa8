/** Sessions where two things happen at once: two keys opened, a key withdrawn while somebody comes. */

import { describe, expect, it } from 'vitest';
import { Boards } from '../../../server/board/Boards.ts';
import { Halls } from '../../../server/hall/Halls.ts';
import { Sessions } from '../../../server/hall/Sessions.ts';
import { hashSecret } from '../../../server/hall/secrets.ts';
import type { Store } from '../../../server/ports.ts';
import { createMemoryStore } from '../../../server/store/memory.ts';
import { builtInTemplate } from '../../../shared/domain/templates/index.ts';
import { silent } from '../../harness/boardBench.ts';
import { HandClock } from '../../harness/handClock.ts';

async function hallWithKeys() {
  const store = createMemoryStore();
  const clock = new HandClock();
  const boards = new Boards({ journal: store, clock, log: silent });
  const halls = new Halls({ store, boards, clock, log: silent, publish: () => {} });
  const { hall, keys } = await halls.make(builtInTemplate('vandrehallen', 'nb'), 'Prøve', 'nb');
  await boards.stop(1001, 'only needed to make the hall');
  const hosts = hall.stations.map(({ id }) => ({ id, key: keys.host[id]! }));
  return { store, clock, hall, keys, hosts };
}

describe('Sessions', () => {
  it('keep every key that a browser opens at once with its other tabs, after a restart too', async () => {
    const { store, clock, hosts } = await hallWithKeys();
    const sessions = new Sessions(store, clock);
    const [first, ...others] = hosts;
    const { token, session } = await sessions.open({ key: first!.key }, []);
    await Promise.all(others.map(({ key }) => sessions.open({ key }, [token])));
    const all = hosts.map(({ id }) => id).sort();
    expect([...session.actor.stations].sort()).toEqual(all);
    const after = await new Sessions(store, clock).resolve(token);
    expect([...after!.actor.stations].sort()).toEqual(all);
  });

  it('are made for a whole town by one key at once, and not without end; who is known comes in all the same', async () => {
    const { store, clock, keys } = await hallWithKeys();
    const sessions = new Sessions(store, clock);
    const comes = (...bearing: string[]) => sessions.open({ key: keys.join }, bearing);
    const { token } = await comes();
    for (let n = 1; n < 20_000; n++) await comes();
    await expect(comes()).rejects.toMatchObject({ code: 'too_many' });
    expect((await comes(token)).token).toBe(token);
    await sessions.open({ key: keys.wall }, []);
    await clock.pass(1_000);
    await comes();
  });

  it('tell what hangs on one that its host has a station more', async () => {
    const { store, clock, hosts } = await hallWithKeys();
    const sessions = new Sessions(store, clock);
    const { token, session } = await sessions.open({ key: hosts[0]!.key }, []);
    const heard: string[] = [];
    sessions.hang(session, (change) => heard.push(`${change} ${session.actor.stations.length}`));
    await sessions.open({ key: hosts[1]!.key }, [token]);
    await sessions.open({ key: hosts[1]!.key }, [token]);
    const key = (await store.keyByHash(hashSecret(hosts[0]!.key)))!;
    await sessions.withdraw(key);
    expect(heard).toEqual(['widened 2', 'narrowed 1']);
  });

  it('are over by a key that is withdrawn while they are looked up', async () => {
    const { store, clock, keys } = await hallWithKeys();
    const { token } = await new Sessions(store, clock).open({ key: keys.join }, []);
    const key = (await store.keyByHash(hashSecret(keys.join)))!;
    let letThrough = () => {};
    const gate = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    let asked = 0;
    // The first who asks for the hall's keys waits, and then gets them as they were when it asked.
    const slow = new Proxy(store, {
      get: (target: Store, name: keyof Store) => {
        if (name !== 'keys') return (target[name] as () => unknown).bind?.(target) ?? target[name];
        return async (hallId: never) => {
          const first = asked++ === 0;
          const found = await target.keys(hallId);
          if (first) await gate;
          return found;
        };
      },
    });
    const sessions = new Sessions(slow, clock);
    const coming = sessions.resolve(token);
    while (asked === 0) await Promise.resolve();
    await sessions.withdraw(key);
    letThrough();
    expect(await coming).toBeNull();
    expect(await sessions.resolve(token)).toBeNull();
  });
});
