/** The table of contents beside the parts. Buttons, not links: the address' fragment is for keys. */

import { useEffect, useState } from 'react';
import { useText } from '../text/index.ts';
import styles from './Contents.module.css';
import { headingOf, type SectionId } from './sections.ts';

export function Contents({ parts }: { parts: readonly SectionId[] }) {
  const { run } = useText();
  const here = usePartInView(parts);
  return (
    <nav className={styles.contents} aria-label={run.contents}>
      <ul className={styles.list}>
        {parts.map((id) => (
          <li key={id}>
            <button
              type="button"
              className={styles.part}
              aria-current={id === here ? 'true' : undefined}
              onClick={() => goToPart(id)}
            >
              {run.sections[id]}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function goToPart(id: SectionId): void {
  const heading = document.getElementById(headingOf(id));
  heading?.closest('section')?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

/** The part that crosses the upper third of the window. */
function usePartInView(parts: readonly SectionId[]): SectionId | null {
  const [here, setHere] = useState<SectionId | null>(parts[0] ?? null);
  const list = parts.join();
  useEffect(() => {
    const seen = new Set<string>();
    const watch = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const id = (target as HTMLElement).dataset.part ?? '';
          if (isIntersecting) seen.add(id);
          else seen.delete(id);
        }
        const first = list.split(',').find((id) => seen.has(id));
        if (first) setHere(first as SectionId);
      },
      { rootMargin: '-10% 0px -66% 0px' },
    );
    for (const id of list.split(',')) {
      const part = document.querySelector(`[data-part="${id}"]`);
      if (part) watch.observe(part);
    }
    return () => watch.disconnect();
  }, [list]);
  return here;
}
