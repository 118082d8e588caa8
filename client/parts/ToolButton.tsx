/** A button that is an icon with a name: on toolbars and in bars over the board. */

import type { ReactNode } from 'react';
import styles from './ToolButton.module.css';

interface Props {
  /** Read out, and shown while one points at it. */
  name: string;
  /** Shown instead of the name while one points at it. */
  hint?: string;
  /** It stays where it is and can be found, but does nothing just now. */
  off?: boolean;
  /** As `aria-keyshortcuts` has them. */
  keys?: string;
  className?: string | undefined;
  onClick: () => void;
  /** The icon. */
  children: ReactNode;
}

export function ToolButton({ name, hint = name, off, keys, className, onClick, children }: Props) {
  return (
    <button
      type="button"
      className={className ? `${styles.tool} ${className}` : styles.tool}
      aria-label={name}
      title={hint}
      aria-disabled={off}
      aria-keyshortcuts={keys}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
