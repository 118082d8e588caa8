/** A round's looks on an element: its colours, and the pattern that says the same without colour. */

import { type Round, roundLook } from '../../shared/domain/round.ts';

/** Gives a note its round: fill and border on the note, number and pattern (in the border's colour) in its foot. */
export function wearRound(
  parts: { note: HTMLElement; foot: HTMLElement; number: HTMLElement; mark: HTMLElement },
  rounds: readonly Round[],
  n: number,
): void {
  const look = roundLook(rounds, n);
  parts.note.dataset.round = String(n);
  parts.note.style.backgroundColor = look.fill;
  parts.note.style.borderColor = look.border;
  parts.foot.style.color = look.border;
  parts.number.textContent = String(n);
  parts.mark.dataset.mark = look.mark;
}
