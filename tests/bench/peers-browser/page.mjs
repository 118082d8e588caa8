/** What each page of a peer gives the benchmark: `window.board`, which looks, and moves notes as a collaborator's changes would. */

import { extentOf, MOVES_HZ, movedOf, orbitOf, WINDOW } from '../browser/scene.ts';

/** How many notes this page shows: its address says. */
export const count = Number(new URLSearchParams(location.search).get('notes'));

/** The camera (zoom, and the world's point in the window's left upper corner) that has the scene's middle in its middle. */
export function cameraAt(zoom) {
  const { w, h } = extentOf(count);
  return { zoom, x: w / 2 - WINDOW.w / 2 / zoom, y: h / 2 - WINDOW.h / 2 / zoom };
}

/**
 * @param look looks from a camera
 * @param place takes in where these notes are now, as it comes from a server: `[{ index, x, y }]`
 */
export function giveBoard({ look, place }) {
  const moved = movedOf(count);
  let timer;
  window.board = {
    look: (zoom) => look(cameraAt(zoom)),
    move() {
      const began = performance.now();
      timer = setInterval(() => {
        const ms = performance.now() - began;
        place(moved.map((note) => ({ index: note.index, ...orbitOf(note, ms) })));
      }, 1_000 / MOVES_HZ);
    },
    rest() {
      clearInterval(timer);
      place(moved);
    },
  };
}
