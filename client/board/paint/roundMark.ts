/** A round's looks on an element: its colours, and the pattern that says the same without colour. */

import { type Round, roundLook } from '../../../shared/domain/round.ts';

/** Gives a note its round: fill, border, the band's pattern, and the number (both in the border's colour). */
export function wearRound(
  parts: { note: HTMLElement; band: HTMLElement; number: HTMLElement },
  rounds: readonly Round[],
  n: number,
): void {
  const look = roundLook(rounds, n);
  parts.note.dataset.round = String(n);
  parts.note.style.setProperty('--fill', look.fill);
  parts.note.style.setProperty('--edge', look.border);
  parts.band.dataset.mark = look.mark;
  parts.number.textContent = String(n);
}
