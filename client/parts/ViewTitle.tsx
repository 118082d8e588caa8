/** The heading of a view: names the page, and takes the focus when one has walked to it. */

import { useEffect, useRef } from 'react';
import { hasWalked } from '../router.ts';
import { useText } from '../text/index.ts';

interface Props {
  /** For the window's title, where it differs from what is shown. */
  name: string;
  className?: string | undefined;
  children?: React.ReactNode;
}

export function ViewTitle({ name, className, children }: Props) {
  const { product } = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = name === product ? name : `${name} – ${product}`;
  }, [name, product]);
  useEffect(() => {
    if (hasWalked()) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children ?? name}
    </h1>
  );
}
