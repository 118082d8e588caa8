/** A part of the organiser's page: under its heading on a laptop, folded on a phone. What is typed in it survives both. */

import ChevronDown from 'lucide-react/icons/chevron-down';
import { useText } from '../text/index.ts';
import styles from './Section.module.css';
import { headingOf, type SectionId } from './sections.ts';

interface Props {
  id: SectionId;
  /** Its heading can be pressed, and what is under it is shown when it is open. */
  folds: boolean;
  open: boolean;
  onToggle: (id: SectionId) => void;
  /** Stands on printed pages too. */
  printed?: boolean;
  children: React.ReactNode;
}

export function Section({ id, folds, open, onToggle, printed = false, children }: Props) {
  const { run } = useText();
  const title = run.sections[id];
  const body = `${headingOf(id)}-body`;
  return (
    <section
      className={`card ${styles.section} ${printed ? '' : styles.unprinted}`}
      aria-labelledby={headingOf(id)}
      data-part={id}
    >
      <h2 id={headingOf(id)} tabIndex={-1} className={styles.title}>
        {folds ? (
          <button
            type="button"
            className={styles.fold}
            aria-expanded={open}
            aria-controls={body}
            onClick={() => onToggle(id)}
          >
            {title}
            <ChevronDown size={24} aria-hidden="true" />
          </button>
        ) : (
          title
        )}
      </h2>
      <div id={body} className={styles.body} hidden={folds && !open}>
        {children}
      </div>
    </section>
  );
}
