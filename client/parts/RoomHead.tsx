/** The head of what a hall writes together: what it is, of what, and the ways from here. */

import type { ReactNode } from 'react';
import styles from './RoomHead.module.css';
import { ViewTitle } from './ViewTitle.tsx';

interface Props {
  kind: string;
  /** What the page is called, on the browser's tab too. */
  name: string;
  title: string;
  lead?: string;
  /** Links. */
  children: ReactNode;
}

export function RoomHead({ kind, name, title, lead, children }: Props) {
  return (
    <div className={styles.head}>
      <p className={styles.kind}>{kind}</p>
      <ViewTitle name={name}>{title}</ViewTitle>
      {lead !== undefined && <p className={styles.lead}>{lead}</p>}
      <nav className={styles.ways} aria-label={kind}>
        {children}
      </nav>
    </div>
  );
}
