/** For walks in which each step stands on the one before: after the first that fails the rest says nothing, and is skipped. */

import { beforeEach } from 'vitest';

/** Call it once, at the top of the file. */
export function stepByStep(): void {
  let fallen = '';
  beforeEach((context) => {
    if (fallen) context.skip(`after: ${fallen}`);
    context.onTestFailed(({ task }) => {
      fallen = task.name;
    });
  });
}
