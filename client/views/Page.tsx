/** The frame of a view: head with the way back and the connection, main, foot. */

import ChevronLeft from 'lucide-react/icons/chevron-left';
import type { HallId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import { BrandMark } from '../parts/BrandMark.tsx';
import { ConnectionMark } from '../parts/ConnectionMark.tsx';
import { Link } from '../parts/Link.tsx';
import { later } from '../parts/later.tsx';
import { useHallStore } from '../state/hallStore.ts';
import { tryNow } from '../sync/hallConnection.ts';
import { useText } from '../text/index.ts';
import styles from './Page.module.css';

const PageFoot = later(() => import('../parts/PageFoot.tsx'));

interface Props {
  /** Inside a hall: its connection is shown. */
  hall?: HallId;
  /** The way back to the hall's map is shown. */
  back?: boolean;
  /** What else stands in the head, at its end. */
  head?: React.ReactNode;
  /** The view's own heading is the product's name. */
  unnamed?: boolean;
  width?: 'text' | 'wide';
  className?: string | undefined;
  children: React.ReactNode;
}

export function Page(props: Props) {
  const { hall, back = false, head, unnamed = false, width = 'text', className = '', children } = props;
  const text = useText();
  return (
    <div className={`${styles.page} ${styles[width]} ${className}`}>
      <button type="button" className={styles.skip} onClick={skip}>
        {text.skip}
      </button>
      <header className={styles.head}>
        {unnamed ? null : hall && back ? (
          <Link to={paths.hall(hall)} className={styles.back}>
            <ChevronLeft size={22} aria-hidden="true" />
            {text.act.toHall}
          </Link>
        ) : (
          <Link to={paths.start()} className={styles.brand}>
            <BrandMark />
            {text.product}
          </Link>
        )}
        {hall && <Connected />}
        {head}
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <PageFoot />
    </div>
  );
}

/** The connection's mark, which alone is drawn anew when the connection changes. */
function Connected() {
  const state = useHallStore(({ connection }) => connection.state);
  return <ConnectionMark state={state} onTry={tryNow} />;
}

/** Moves the focus without touching the address, whose fragment is for keys. */
function skip(): void {
  document.getElementById('main')?.focus();
}
