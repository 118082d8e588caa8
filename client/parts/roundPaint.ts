/** A round's looks as the paper of a note wears them. */

import type { CSSProperties } from 'react';
import { type Round, roundLook } from '../../shared/domain/round.ts';
import paper from './paper.module.css';

/** `style` sets the paper's colours, `band` is the class of its pattern. */
export function roundPaint(rounds: readonly Round[], n: number): { style: CSSProperties; band: string } {
  const { fill, border, mark } = roundLook(rounds, n);
  return {
    style: { '--fill': fill, '--edge': border } as CSSProperties,
    band: `${paper.band} ${paper[mark]}`,
  };
}

/** The name of a round's colour, as the hall has it. */
export function roundName(rounds: readonly Round[], n: number): string {
  return rounds.find((round) => round.n === n)?.name ?? String(n);
}
