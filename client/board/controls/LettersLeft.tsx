/** How many letters there is room for on a note that is written: seen at each key stroke, told when one stops typing. */

import { useEffect, useRef } from 'react';
import { announce } from '../../state/announcer.ts';
import { useText } from '../../text/index.ts';

interface Props {
  /** What the field is described by. */
  id: string;
  /** So many too many; below zero, so many left. */
  over: number;
  /** Whether this device keeps what is written. */
  kept: boolean;
  className: string | undefined;
}

/** Where the counting of letters begins. */
const NEAR_LIMIT = 60;
/** To a screen reader a number after each letter would drown the letters. */
const PAUSE_MS = 1_000;

export function LettersLeft({ id, over, kept, className }: Props) {
  const { editor, banner } = useText().board;
  const text =
    over > 0 ? editor.over(over) : !kept ? banner.notKept : over > -NEAR_LIMIT ? editor.left(-over) : '';
  // What stands there as the field is opened is read with it.
  const told = useRef(text);
  useEffect(() => {
    if (text === told.current) return;
    const timer = setTimeout(() => {
      told.current = text;
      if (text) announce(text);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p id={id} className={className} data-over={over > 0 || undefined}>
      {text}
    </p>
  );
}
