/** The wall of a station: what hangs there, shown to the room. Unattended and read-only; any click fills the screen. */

import CloudOff from 'lucide-react/icons/cloud-off';
import Moon from 'lucide-react/icons/moon';
import Sun from 'lucide-react/icons/sun';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Role } from '../../shared/domain/hall.ts';
import type { HallId, StationId } from '../../shared/domain/ids.ts';
import type { StationState } from '../../shared/protocol/hallEvents.ts';
import { BoardSurface } from '../board/BoardSurface.ts';
import { surfaceWords } from '../board/openBoard.ts';
import { WallGuide } from '../board/WallGuide.ts';
import { WallSide, WayIn } from '../board/WallSide.tsx';
import { ViewTitle } from '../parts/ViewTitle.tsx';
import { useHallStore, usePresentHall } from '../state/hallStore.ts';
import { choose, useSettings } from '../state/settings.ts';
import { BoardConnection, boardBase } from '../sync/boardConnection.ts';
import { getText, useText } from '../text/index.ts';
import { useScreenAwake } from './screenAwake.ts';
import styles from './Wall.module.css';

const CURSOR_MS = 3_000;
/** A wall whose key was withdrawn, perhaps by mistake, asks again this often. */
const ASK_AGAIN_MS = 30_000;

export default function Wall({ station: stationId }: { hall: HallId; station: StationId }) {
  const words = useText();
  const hall = usePresentHall();
  const role = useHallStore((store) => store.you?.role);
  const station = hall.stations.find(({ id }) => id === stationId);
  const [empty, setEmpty] = useState(false);
  const stirred = useStirred();
  useScreenAwake();
  if (!station) return <p className={styles.unknown}>{words.station.unknown}</p>;
  return (
    // The whole wall is the button, for whoever stands at the projector; it has no other controls.
    // biome-ignore lint/a11y/useKeyWithClickEvents: browsers have a key of their own for this
    // biome-ignore lint/a11y/noStaticElementInteractions: a wall is looked at, not operated
    <div className={styles.wall} data-stirred={stirred || undefined} onClick={fillScreen}>
      {role && (
        <Hanging
          key={`${stationId} ${role}`}
          station={station}
          role={role}
          empty={empty}
          onEmpty={setEmpty}
        />
      )}
      <WallSide hall={hall} station={station} bare={empty} />
      <Controls />
    </div>
  );
}

interface HangingProps {
  station: StationState;
  role: Role;
  empty: boolean;
  onEmpty: (empty: boolean) => void;
}

/** Head and board. */
function Hanging({ station, role, empty, onEmpty }: HangingProps) {
  const hall = usePresentHall();
  const { board: words } = useText();
  const host = useRef<HTMLDivElement>(null);
  const [connection, setConnection] = useState<BoardConnection | null>(null);
  const stationId = station.id;
  useEffect(() => {
    if (!host.current) return;
    const opened = new BoardConnection({ base: boardBase(), station: stationId, role, writer: null });
    const surface = new BoardSurface(host.current, surfaceWords(getText().board, true));
    surface.element.dataset.readonly = '';
    const guide = new WallGuide(surface);
    const tellEmpty = () => onEmpty(opened.state.getState().synced && surface.model.notes.size === 0);
    surface.onFlush.add(tellEmpty);
    const stops = [
      opened.onDoc((doc) => surface.bind(doc)),
      opened.onMotion((moves) => surface.takeMoves(moves)),
      opened.state.subscribe((now, before) => {
        if (now.status !== 'live' && before.status === 'live') surface.letGoOfRemote();
        if (now.synced !== before.synced) tellEmpty();
      }),
    ];
    const asking = setInterval(() => {
      if (opened.state.getState().status === 'closed') opened.tryNow();
    }, ASK_AGAIN_MS);
    setConnection(opened);
    return () => {
      clearInterval(asking);
      for (const stop of stops) stop();
      guide.stop();
      surface.destroy();
      opened.close();
      setConnection(null);
    };
  }, [stationId, role, onEmpty]);
  return (
    <div className={styles.main}>
      <header className={styles.head} data-empty={empty || undefined}>
        <ViewTitle name={station.title} className={styles.title} />
        {!empty && <p className={styles.question}>{station.question}</p>}
      </header>
      <main id="main" className={styles.hanging}>
        <div ref={host} className={styles.host} />
        {empty && (
          <div className={styles.empty}>
            <div>
              <p className={styles.ask}>{station.question}</p>
              <p className={styles.waiting}>{words.wall.waiting}</p>
            </div>
            <WayIn hall={hall} large />
          </div>
        )}
      </main>
      {connection && <Contact connection={connection} />}
    </div>
  );
}

/** A small mark while the wall shows what it last knew. */
function Contact({ connection }: { connection: BoardConnection }) {
  const { wall } = useText().board;
  const status = useStore(connection.state, (state) => state.status);
  if (status === 'live') return null;
  return (
    <p className={styles.contact} role="status">
      <CloudOff aria-hidden="true" />
      {status === 'closed' ? wall.withdrawn : wall.reconnecting}
    </p>
  );
}

/** There only while somebody moves the mouse. */
function Controls() {
  const { wall } = useText().board;
  const theme = useSettings((settings) => settings.theme);
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  return (
    <footer className={styles.controls}>
      <span>{wall.fullscreen}</span>
      <button
        type="button"
        className="button"
        onClick={(event) => {
          event.stopPropagation();
          choose({ theme: dark ? 'light' : 'dark' });
        }}
      >
        {dark ? <Sun size={18} aria-hidden="true" /> : <Moon size={18} aria-hidden="true" />}
        {dark ? wall.light : wall.dark}
      </button>
    </footer>
  );
}

/** Whether the mouse has moved within the last seconds. */
function useStirred(): boolean {
  const [stirred, setStirred] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const stir = () => {
      setStirred(true);
      clearTimeout(timer);
      timer = setTimeout(() => setStirred(false), CURSOR_MS);
    };
    stir();
    window.addEventListener('pointermove', stir);
    window.addEventListener('keydown', stir);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', stir);
      window.removeEventListener('keydown', stir);
    };
  }, []);
  return stirred;
}

function fillScreen(): void {
  if (document.fullscreenElement) return;
  // Not every browser has it, and it may say no: the wall is as good in a window.
  document.documentElement.requestFullscreen?.().catch(() => {});
}
