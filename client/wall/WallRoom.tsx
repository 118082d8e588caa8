/**
 * What all walls have: the whole screen, awake, without a cursor; a small mark while there is no contact, and a click
 * that fills the screen. It loads itself anew after a new version.
 */

import CloudOff from 'lucide-react/icons/cloud-off';
import Moon from 'lucide-react/icons/moon';
import Sun from 'lucide-react/icons/sun';
import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useHallStore } from '../state/hallStore.ts';
import { choose, useSettings } from '../state/settings.ts';
import type { BoardConnection } from '../sync/boardConnection.ts';
import { useText } from '../text/index.ts';
import { useScreenAwake } from '../views/screenAwake.ts';
import { followVersion } from './newVersion.ts';
import styles from './WallRoom.module.css';

const CURSOR_MS = 3_000;
/** A line that was gone for less is not worth a mark. */
const MARK_AFTER_MS = 1_500;

interface Props {
  /** The board's, where the wall has one. */
  connection: BoardConnection | null;
  children: ReactNode;
}

export function WallRoom({ connection, children }: Props) {
  const stirred = useStirred();
  useScreenAwake();
  useEffect(() => followVersion(), []);
  return (
    // The whole wall is the button, for whoever stands at the projector; it has no other controls.
    // biome-ignore lint/a11y/useKeyWithClickEvents: browsers have a key of their own for this
    // biome-ignore lint/a11y/noStaticElementInteractions: a wall is looked at, not operated
    <div className={styles.wall} data-stirred={stirred || undefined} onClick={fillScreen}>
      {children}
      {connection ? <BoardContact connection={connection} /> : <Contact lost={false} withdrawn={false} />}
      <Controls />
    </div>
  );
}

function BoardContact({ connection }: { connection: BoardConnection }) {
  const status = useStore(connection.state, (state) => state.status);
  return <Contact lost={status !== 'live'} withdrawn={status === 'closed'} />;
}

/** A small mark while the wall shows what it last knew. */
function Contact({ lost, withdrawn }: { lost: boolean; withdrawn: boolean }) {
  const { wall } = useText().board;
  const hall = useHallStore((store) => store.connection.state);
  const away = lost || hall !== 'connected';
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!away) return setLate(false);
    const timer = setTimeout(() => setLate(true), MARK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [away]);
  const over = withdrawn || hall === 'ended';
  if (!away || !(late || over)) return null;
  return (
    <p className={styles.contact} role="status">
      <CloudOff aria-hidden="true" />
      {over ? wall.withdrawn : wall.reconnecting}
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
