/** A round as a small note: number, colour, pattern and, where there is room, its name. */

import type { Round } from '../../shared/domain/round.ts';
import { useText } from '../text/index.ts';
import paper from './paper.module.css';
import { roundName, roundPaint } from './roundPaint.ts';

interface Props {
  rounds: readonly Round[];
  n: number;
  /** Number and pattern alone; the rest is told to screen readers only. */
  bare?: boolean;
}

export function RoundBadge({ rounds, n, bare = false }: Props) {
  const { round } = useText();
  const { style, band } = roundPaint(rounds, n);
  const name = roundName(rounds, n);
  return (
    <span className={paper.badge}>
      <span className={paper.chip} style={style} aria-hidden="true">
        <span className={band} />
        <span>{n}</span>
      </span>
      <span className={bare ? 'sr-only' : undefined}>
        {bare ? round.label(n, name) : round.full(n, name)}
      </span>
    </span>
  );
}
