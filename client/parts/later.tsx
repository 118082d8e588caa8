/** A part of a view that is fetched after the view stands. Until it is there, and while it can't be fetched, nothing is in its place. */

import { type ComponentType, useEffect, useState } from 'react';
import { loadRooms } from '../text/index.ts';

/** The view's own round trips come first. */
const AFTER_MS = 300;
const AGAIN_MS = 5_000;

/**
 * Makes a component of one that is fetched, with its words (`rooms`), when it is first shown. With `Waiting` it is
 * fetched at once, and that stands there meanwhile.
 */
export function later<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  Waiting?: ComponentType,
) {
  let Part: ComponentType<Props> | undefined;
  return function Later(props: Props) {
    const [, redraw] = useState(0);
    useEffect(() => {
      let timer: ReturnType<typeof setTimeout>;
      const attempt = async () => {
        try {
          const [part] = await Promise.all([load(), loadRooms()]);
          Part = part.default;
          redraw(1);
        } catch {
          timer = setTimeout(attempt, AGAIN_MS);
        }
      };
      if (!Part) timer = setTimeout(attempt, Waiting ? 0 : AFTER_MS);
      return () => clearTimeout(timer);
    }, []);
    return Part ? <Part {...props} /> : Waiting ? <Waiting /> : null;
  };
}
