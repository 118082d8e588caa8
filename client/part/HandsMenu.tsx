/** The two words to the host, behind one button in a board's head. */

import Hand from 'lucide-react/icons/hand';
import { useEffect, useRef } from 'react';
import type { StationId } from '../../shared/domain/ids.ts';
import { useHallStore } from '../state/hallStore.ts';
import { useText } from '../text/index.ts';
import { Hands } from './Hands.tsx';
import styles from './HandsMenu.module.css';

export function HandsMenu({ station }: { station: StationId }) {
  const { pad, hands } = useText().part;
  const raised = useHallStore(({ you }) => (you?.hand?.stationId === station ? you.hand.hand : null));
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => closeFromOutside(menu.current!), []);
  return (
    <details ref={menu} className={styles.menu}>
      <summary
        className={styles.opener}
        data-raised={raised ?? undefined}
        aria-label={raised ? `${pad.toHost}: ${hands[raised]}` : pad.toHost}
        title={pad.toHost}
      >
        <Hand size={21} aria-hidden="true" />
      </summary>
      <div className={styles.panel}>
        <Hands station={station} />
      </div>
    </details>
  );
}

/** A press elsewhere and Esc close it. @returns what stops that */
function closeFromOutside(menu: HTMLDetailsElement): () => void {
  const onDown = (event: PointerEvent) => {
    if (!menu.contains(event.target as Node)) menu.open = false;
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  };
  document.addEventListener('pointerdown', onDown, true);
  menu.addEventListener('keydown', onKey);
  return () => {
    document.removeEventListener('pointerdown', onDown, true);
    menu.removeEventListener('keydown', onKey);
  };
}
