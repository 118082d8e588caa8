/** What was just done, with the way back. One at a time; it goes by itself, and what it offers is found elsewhere too. */

import { create } from 'zustand';
import { announce } from '../state/announcer.ts';

export interface Toast {
  text: string;
  /** Takes it back, and tells how that went. */
  undo: () => Promise<{ done: boolean; said: string }>;
}

/** `turn` tells one from the next. */
export const useToast = create<{ toast: Toast | null; turn: number }>()(() => ({ toast: null, turn: 0 }));

/** Shows and says it. */
export function showToast(toast: Toast): void {
  announce(toast.text);
  useToast.setState(({ turn }) => ({ toast, turn: turn + 1 }));
}

export function closeToast(): void {
  useToast.setState({ toast: null });
}
