/** What a person has chosen for boards on this device: as a list or as a wall, and whether others' deeds are told. */

import { create } from 'zustand';
import { deviceStorage, readJson } from './deviceStorage.ts';

export interface BoardChoices {
  /** Boards open as lists. */
  outline: boolean;
  /** What others do is told to screen readers, gathered. */
  news: boolean;
}

const KEY = 'vh.boards';

export const useBoardChoices = create<BoardChoices>()(() => ({
  outline: false,
  news: true,
  ...readJson<Partial<BoardChoices>>(deviceStorage, KEY),
}));

/** Chooses and keeps. */
export function chooseBoard(change: Partial<BoardChoices>): void {
  useBoardChoices.setState(change);
  deviceStorage.set(KEY, JSON.stringify(useBoardChoices.getState()));
}
