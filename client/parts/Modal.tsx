/** A dialog over the view, with the focus on its heading; closed by Esc, by what is in it, or by leaving the view. */

import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import styles from './Modal.module.css';

interface Props {
  title: ReactNode;
  /** Wraps the heading where it has company. */
  head?: (heading: ReactNode) => ReactNode;
  /** For widths (`--modal-width`), padding and the layout of what is in it. */
  className?: string | undefined;
  /** On a phone it comes from below, where the thumb is. */
  sheet?: boolean;
  onClose: () => void;
  children: ReactNode;
}

export function Modal({
  title,
  head = (heading) => heading,
  className,
  sheet = false,
  onClose,
  children,
}: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Closed while it still stands in the page, by leaving the view too: else the focus would be lost.
  useLayoutEffect(() => {
    const element = dialog.current!;
    element.showModal();
    return () => element.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`${styles.modal} ${className ?? ''}`}
      data-sheet={sheet || undefined}
      aria-labelledby={id}
      onCancel={onClose}
    >
      {head(
        // biome-ignore lint/a11y/noAutofocus: a dialog gives the focus to its heading, not to a field with a keyboard
        <h2 id={id} className={styles.title} tabIndex={-1} autoFocus>
          {title}
        </h2>,
      )}
      {children}
    </dialog>
  );
}
