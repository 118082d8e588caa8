/** The open board as the help sees it and groups on it: deeds are the person's own, with the board's own undo. */

import { useEffect, useMemo, useState } from 'react';
import type { OpenBoard } from '../board/openBoard.ts';
import { getText } from '../text/index.ts';
import type { Failed, HelpHands, Way } from './Suggestions.tsx';
import type { Ground } from './standing.ts';

/** A panel need not follow every note of a busy minute. */
const FOLLOW_MS = 300;

export function groundOf({ surface }: OpenBoard): Ground {
  const { model } = surface;
  return {
    text: (note) => model.notes.get(note)?.text,
    groupOf: (note) => model.view.notes.get(note)?.cluster,
    title: (group) => model.view.clusters.get(group)?.title,
  };
}

export function useBoardHands({ actions }: OpenBoard): HelpHands {
  return useMemo(() => {
    const did = (deed: () => void): Way | Failed => {
      const before = actions.lastDeed;
      deed();
      const own = actions.lastDeed;
      // It was refused, and why has been told on the board.
      if (own === before) return { fault: getText().help.notDone };
      return {
        undo: async () => {
          const { help } = getText();
          if (actions.lastDeed !== own) return help.other;
          actions.undo();
          return help.undone;
        },
      };
    };
    return {
      group: async (notes, title) => did(() => actions.groupUnder(notes, title)),
      join: async (notes, cluster) => did(() => actions.lay({ do: 'join', cluster, notes })),
    };
  }, [actions]);
}

/** Changes when the board has changed, some time after it did. */
export function useBoardVersion({ surface }: OpenBoard): number {
  const [version, setVersion] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onFlush = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        setVersion((count) => count + 1);
      }, FOLLOW_MS);
    };
    surface.onFlush.add(onFlush);
    return () => {
      clearTimeout(timer);
      surface.onFlush.delete(onFlush);
    };
  }, [surface]);
  return version;
}
