/** Tells that a measure was made, over the view it was made in. It stays while a finger or the focus is on it. */

import X from 'lucide-react/icons/x';
import { useEffect, useState } from 'react';
import { paths } from '../../shared/domain/links.ts';
import { Link } from '../parts/Link.tsx';
import { useText } from '../text/index.ts';
import styles from './PulledLine.module.css';
import { closePulled, type Pulled, takeBack, usePulled } from './pulled.ts';

const SHOWN_MS = 10_000;

export function PulledLine() {
  const pulled = usePulled((store) => store.pulled);
  // Told where it was done, and nowhere else.
  useEffect(() => closePulled, []);
  return pulled && <Shown key={pulled.id ?? pulled.text} pulled={pulled} />;
}

function Shown({ pulled }: { pulled: Pulled }) {
  const words = useText().plan.actions.pull;
  const [held, setHeld] = useState(false);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (held || busy) return;
    const timer = setTimeout(closePulled, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, busy]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only waits while somebody is at it
    <div
      className={styles.line}
      data-pulled={pulled.id ? '' : undefined}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p dir="auto">{pulled.text}</p>
      {pulled.id && (
        <>
          <Link className={styles.deed} to={paths.plan(pulled.hall)}>
            {words.toPlan}
          </Link>
          <button
            type="button"
            className={styles.deed}
            aria-disabled={busy}
            onClick={() => {
              if (busy) return;
              setBusy(true);
              void takeBack(pulled).finally(() => setBusy(false));
            }}
          >
            {words.undo}
          </button>
        </>
      )}
      <button type="button" className={styles.deed} aria-label={words.close} onClick={closePulled}>
        <X size={20} aria-hidden="true" />
      </button>
    </div>
  );
}
