/** The toast over the thumb bar: what was done, and "undo". It stays while a finger or the focus is on the way back. */

import { useEffect, useState } from 'react';
import { announce } from '../state/announcer.ts';
import { useText } from '../text/index.ts';
import styles from './ToastLine.module.css';
import { closeToast, type Toast, useToast } from './toast.ts';

const SHOWN_MS = 10_000;

export function ToastLine() {
  const { toast, turn } = useToast();
  // One that is shown on another desk belongs to that one.
  useEffect(() => closeToast, []);
  return toast && <Shown key={turn} toast={toast} />;
}

function Shown({ toast }: { toast: Toast }) {
  const { undo } = useText().host;
  const [held, setHeld] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(closeToast, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held]);
  const takeBack = async () => {
    const { done, said } = await toast.undo();
    announce(said);
    if (!done) return setFailed(said);
    // The button that was pressed goes.
    document.getElementById('main')?.focus({ preventScroll: true });
    closeToast();
  };
  return (
    <div className={styles.toast}>
      <p>{failed ?? toast.text}</p>
      <button
        type="button"
        className={styles.undo}
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
        onClick={() => void takeBack()}
      >
        {undo}
      </button>
    </div>
  );
}
