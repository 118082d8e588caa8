/** Draws notes in motion, in a thread of its own: pictures at places, whenever a newer scene has come. It knows no notes. */

import type { FlightOrder, FlightScene, FlightWord } from './Flight.ts';

/** What a thread has of its surroundings; the page's types know only windows. */
interface Thread {
  onmessage: ((event: { data: FlightOrder }) => void) | null;
  postMessage(word: FlightWord): void;
  requestAnimationFrame?(callback: () => void): void;
  setTimeout(callback: () => void): void;
}

const thread = self as unknown as Thread;
const pictures = new Map<number, ImageBitmap>();
let context: OffscreenCanvasRenderingContext2D | null = null;
let newest: FlightScene | null = null;

thread.onmessage = ({ data: { canvas, pictures: fresh, gone, scene } }) => {
  if (canvas) {
    context = canvas.getContext('2d');
    // What would be drawn from now on could not be seen.
    canvas.addEventListener('contextlost', () => thread.postMessage({ lost: true }));
  }
  for (const { number, picture } of fresh ?? []) pictures.set(number, picture);
  for (const number of gone ?? []) {
    pictures.get(number)?.close();
    pictures.delete(number);
  }
  if (!scene) return;
  // A thread that is behind passes over what is old already.
  if (!newest) nextFrame(draw);
  newest = scene;
};

function nextFrame(callback: () => void): void {
  if (thread.requestAnimationFrame) thread.requestAnimationFrame(callback);
  else thread.setTimeout(callback);
}

function draw(): void {
  const scene = newest;
  newest = null;
  if (!scene || !context) return;
  const { canvas } = context;
  const { number, w, h, places } = scene;
  if (canvas.width !== w || canvas.height !== h) {
    canvas.width = w;
    canvas.height = h;
  } else {
    context.clearRect(0, 0, w, h);
  }
  for (let at = 0; at < places.length; at += 3) {
    const picture = pictures.get(places[at]!);
    if (picture) context.drawImage(picture, places[at + 1]!, places[at + 2]!);
  }
  thread.postMessage({ drawn: number });
}
