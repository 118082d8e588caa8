/** What somebody wants measures suggested for, from wherever they stood when they asked; shown on the plan. */

import { create } from 'zustand';
import type { Source } from '../../shared/plan/source.ts';

export interface Proposing {
  sources: readonly Source[];
  title: string;
}

/** `open` without anything asked: a main point is to be chosen first. */
export const useProposing = create<{ open: boolean; asked: Proposing | null }>()(() => ({
  open: false,
  asked: null,
}));

export function proposeFor(asked: Proposing | null): void {
  useProposing.setState({ open: true, asked });
}

export function stopProposing(): void {
  useProposing.setState({ open: false, asked: null });
}
