/** The whole board drawn small as it hangs, and beside it its parts in turn, at a size at which they can be read. */

import { useCallback, useEffect, useRef, useState } from 'react';
import type { ClusterId, NoteId } from '../../shared/domain/ids.ts';
import type { Round } from '../../shared/domain/round.ts';
import { surfaceWords } from '../board/openBoard.ts';
import { BoardSurface } from '../board/surface/BoardSurface.ts';
import { fitBox } from '../board/surface/camera.ts';
import { getText, useText } from '../text/index.ts';
import { Notes } from './Notes.tsx';
import styles from './Overview.module.css';
import type { OpenWall } from './useWallBoard.ts';
import type { WallThings } from './wallLayout.ts';

interface Props {
  open: OpenWall;
  things: WallThings;
  rounds: readonly Round[];
  onPage: (page: number, pages: number) => void;
}

/** A round of a large board must not take the whole day. */
const TYPE_OF_FEW = 4.5;
const TYPE_OF_MANY = 3.6;
const MANY = 150;
const AIR = 60;

export function Overview({ open, things, rounds, onPage }: Props) {
  const { walls } = useText();
  const host = useRef<HTMLDivElement>(null);
  const [surface, setSurface] = useState<BoardSurface | null>(null);
  const { connection, board } = open;

  useEffect(() => {
    if (!host.current) return;
    const made = new BoardSurface(host.current, surfaceWords(getText().board, true));
    made.element.dataset.readonly = '';
    made.viewport.stopFraming();
    const stops = [
      connection.onDoc((doc) => made.bind(doc)),
      connection.onMotion((moves) => made.takeMoves(moves)),
      connection.state.subscribe((now, before) => {
        if (now.status !== 'live' && before.status === 'live') made.letGoOfRemote();
      }),
    ];
    const seeAll = () => {
      const { bounds } = made.model;
      const { size } = made.viewport;
      if (!bounds || size.w === 0) return;
      const aired = { x: bounds.x - AIR, y: bounds.y - AIR, w: bounds.w + AIR * 2, h: bounds.h + AIR * 2 };
      made.viewport.travel(fitBox(aired, size), 600);
    };
    made.onFlush.add(() => queueMicrotask(seeAll));
    // Without the first size there is nothing to fit into, and a screen may be turned.
    const watching = new ResizeObserver(() => requestAnimationFrame(seeAll));
    watching.observe(host.current);
    setSurface(made);
    return () => {
      watching.disconnect();
      for (const stop of stops) stop();
      made.destroy();
      setSurface(null);
    };
  }, [connection]);

  const shown = useRef<ReadonlySet<string>>(new Set());
  const light = useCallback(() => surface && lightUp(surface, shown.current), [surface]);
  const turned = useCallback(
    (page: number, pages: number, notes: readonly string[]) => {
      shown.current = new Set(notes);
      light();
      onPage(page, pages);
    },
    [light, onPage],
  );
  useEffect(() => {
    if (!surface) return;
    light();
    surface.onFlush.add(light);
    return () => void surface.onFlush.delete(light);
  }, [surface, light]);

  const count = things.loose.length + things.groups.reduce((sum, { notes }) => sum + notes.length, 0);
  return (
    <div className={styles.overview}>
      <div className={styles.map} role="img" aria-label={walls.map}>
        <div ref={host} className={styles.host} aria-hidden="true" />
      </div>
      <div className={styles.parts}>
        <Notes
          things={things}
          rounds={rounds}
          board={board}
          pagedType={count > MANY ? TYPE_OF_MANY : TYPE_OF_FEW}
          onPage={turned}
        />
      </div>
    </div>
  );
}

/** What is read beside the map stands out on it. */
function lightUp({ model, notes, clusters }: BoardSurface, shown: ReadonlySet<string>): void {
  const lit = new Set<ClusterId>();
  for (const [id, { cluster }] of model.view.notes) {
    const on = shown.has(id);
    notes.mark(id as NoteId, 'dimmed', !on);
    if (on && cluster) lit.add(cluster);
  }
  for (const id of model.view.clusters.keys()) clusters.mark(id, 'dimmed', !lit.has(id));
}
