/** A text field that grows with its words, and that the phone's keyboard never covers. */

import { type RefObject, useEffect, useLayoutEffect } from 'react';

const GROWS_BY_ITSELF = typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content');

/** `area` is what must stay in view with the field: its button too. */
export function useGrowingField(
  field: RefObject<HTMLTextAreaElement | null>,
  area: RefObject<HTMLElement | null>,
  text: string,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    if (GROWS_BY_ITSELF || !field.current) return;
    field.current.style.height = 'auto';
    field.current.style.height = `${field.current.scrollHeight}px`;
  }, [field, text]);

  useEffect(() => {
    // Browsers that lay the keyboard over the page tell it to the visual viewport alone.
    const viewport = window.visualViewport;
    const input = field.current;
    const show = () => {
      if (document.activeElement === input) area.current?.scrollIntoView({ block: 'nearest' });
    };
    input?.addEventListener('focus', show);
    viewport?.addEventListener('resize', show);
    return () => {
      input?.removeEventListener('focus', show);
      viewport?.removeEventListener('resize', show);
    };
  }, [field, area]);
}
