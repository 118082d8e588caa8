/** Tells the server what this screen shows, so that drags elsewhere cost a phone in the hall's Wi-Fi nothing. */

import type { BoardConnection } from '../../sync/boardConnection.ts';
import type { BoardSurface } from './BoardSurface.ts';
import { visibleBox } from './camera.ts';

/** While the camera moves it is told at most this often. */
const TELL_MS = 300;
/** The share of the view around it that is told too: what comes into sight is then already on its way. */
const AROUND = 0.25;

/** Follows the camera, and the page's being hidden. @returns what stops it */
export function tellView(surface: BoardSurface, connection: BoardConnection): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = '';
  const tell = () => {
    timer = undefined;
    if (surface.viewport.size.w === 0) return;
    if (document.visibilityState === 'hidden') {
      told = '';
      connection.setView('none');
      return;
    }
    const { x, y, w, h } = visibleBox(surface.viewport.camera, surface.viewport.size);
    const area = { x: x - w * AROUND, y: y - h * AROUND, w: w * (1 + 2 * AROUND), h: h * (1 + 2 * AROUND) };
    const now = Object.values(area).map(Math.round).join();
    if (now === told) return;
    told = now;
    connection.setView(area);
  };
  const soon = () => {
    timer ??= setTimeout(tell, TELL_MS);
  };
  surface.viewport.onCamera.add(soon);
  document.addEventListener('visibilitychange', tell);
  return () => {
    clearTimeout(timer);
    surface.viewport.onCamera.delete(soon);
    document.removeEventListener('visibilitychange', tell);
  };
}
