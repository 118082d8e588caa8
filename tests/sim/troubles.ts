/** What goes wrong in a run, and what a host does in the middle of it: by chance, at intervals by chance. */

import { FREEZE_GRACE_MS } from '../../shared/domain/hall.ts';
import type { Random } from '../crowd/random.ts';
import type { Link } from './Network.ts';
import type { Weather } from './Pipe.ts';
import type { Simulation } from './Simulation.ts';

export function troubles(simulation: Simulation, random: Random): void {
  const { world, seats, padSeats } = simulation;
  const { clock, disk } = world;
  const later = (low: number, high: number, task: () => void) =>
    clock.after(random.between(low, high), () => simulation.over || task());
  const link = () => random.pick([...world.network.links]);
  const weathers = () => [...seats, ...padSeats].map(({ weather }) => weather);
  const rules = (part: Partial<typeof world.furniture.rules>) =>
    world.furnish({ ...world.furniture, rules: { ...world.furniture.rules, ...part } });

  const kinds: (() => void)[] = [
    () => cut(link(), random),
    () => cut(link(), random),
    () => halfOpen(link(), random),
    () => slowReader(link(), random),
    () => away(random.pick(weathers()), simulation, random),
    () => away(random.pick(weathers()), simulation, random),
    () => simulation.doomSoon(random),
    () => simulation.doomSoon(random),
    () => world.engine.die(),
    () => void world.restart(),
    () => {
      disk.full = true;
      later(100, 3_000, () => {
        disk.full = false;
      });
    },
    () => {
      disk.away = true;
      later(100, 3_000, () => {
        disk.away = false;
      });
    },
    () => {
      disk.latency = [20, random.pick([60, 400, 2_000])!];
      later(500, 4_000, () => {
        disk.latency = [1, 6];
      });
    },
    () => {
      rules({ frozenAt: clock.now() });
      later(FREEZE_GRACE_MS - 1_000, FREEZE_GRACE_MS + 6_000, () => rules({ frozenAt: null }));
    },
    () => {
      rules({ groupingClosed: true });
      later(1_000, 6_000, () => rules({ groupingClosed: false }));
    },
    () => {
      rules({ moveOwn: true });
      later(1_000, 6_000, () => rules({ moveOwn: false }));
    },
    () => world.furnish({ ...world.furniture, round: Math.min(4, world.furniture.round + 1) }),
    () => lunch(simulation, random),
  ];
  // Each run has its own few, or all would always get in each other's way.
  const mine = random.shuffled(kinds).slice(0, random.whole(1, 9));
  const pause = random.pick([400, 1_200, 3_000])!;
  const next = () =>
    clock.after(random.between(0.3, 2) * pause, () => {
      if (simulation.over) return;
      random.pick(mine)!();
      next();
    });
  next();
}

/** The connection breaks; the server may learn of it long after the client is back. */
function cut(link: Link | undefined, random: Random): void {
  link?.cut(random.between(0, random.pick([50, 5_000])!), random.between(0, 300));
}

/** Neither side knows that nothing arrives, until one loses patience. */
function halfOpen(link: Link | undefined, random: Random): void {
  link?.cut(random.between(5_000, 30_000), random.between(3_000, 25_000));
}

function slowReader(link: Link | undefined, random: Random): void {
  link?.hold(random.between(300, 8_000));
}

/** Somebody walks out of the network's reach, and comes back. */
function away(weather: Weather | undefined, { world, over }: Simulation, random: Random): void {
  if (!weather || over) return;
  weather.away = true;
  for (const link of [...world.network.links]) {
    if (link.caller.weather === weather) link.cut(random.between(0, 20_000), random.between(0, 2_000));
  }
  world.clock.after(random.between(500, 12_000), () => {
    weather.away = false;
  });
}

/** Everybody leaves for so long that the board is let go, and comes back. */
function lunch({ world, seats }: Simulation, random: Random): void {
  world.tell('everybody leaves');
  const gone = random.between(100_000, 200_000);
  for (const { weather } of seats) weather.away = true;
  for (const link of [...world.network.links]) link.cut(random.between(0, 2_000), random.between(0, 2_000));
  world.clock.after(gone, () => {
    for (const { weather } of seats) weather.away = false;
  });
}
