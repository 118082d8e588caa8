/** What is told to screen readers of one's own actions, at once. */

import { create } from 'zustand';

/** `turn` changes with each, so that the same words can be told twice. */
export const useAnnouncement = create<{ text: string; turn: number }>()(() => ({ text: '', turn: 0 }));

/** Says this to those who listen to the page. */
export function announce(text: string): void {
  useAnnouncement.setState(({ turn }) => ({ text, turn: turn + 1 }));
}
