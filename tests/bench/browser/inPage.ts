/** What runs inside a page that is measured: each function goes there by itself and must carry all that it needs. */

/** One way of driving the camera, for so long. */
export interface Drive {
  ms: number;
  /** Where wheel events go. */
  target: string;
  /** Pan along a figure of eight that reaches so far to each side, in pixels. */
  pan?: { x: number; y: number };
  /** Zoom from one to the other and back, about this point of the target. */
  zoom?: { from: number; to: number; by: 'wheel' | 'board'; rate: number; x: number; y: number };
}

/**
 * Drives the camera in each frame, as far as the time that has gone asks for, and notes when frames came.
 * @returns the times of all frames
 */
export async function drive({ ms, target, pan, zoom }: Drive): Promise<number[]> {
  const element = document.querySelector(target);
  if (!element) throw new Error(`nothing is ${target}`);
  const { left, top } = element.getBoundingClientRect();
  const at = { clientX: left + (zoom?.x ?? 600), clientY: top + (zoom?.y ?? 400) };
  const wheel = (more: WheelEventInit) =>
    element.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, ...at, ...more }));
  const { board } = window as unknown as { board?: { look(zoom: number): void } };
  let [panX, panY] = [0, 0];
  let nowAt = zoom?.from ?? 1;
  const times: number[] = [];
  await new Promise<void>((resolve) => {
    const frame = (now: number) => {
      times.push(now);
      const part = Math.min(1, (now - times[0]!) / ms);
      if (pan) {
        const x = pan.x * Math.sin(part * 2 * Math.PI);
        const y = pan.y * Math.sin(part * 4 * Math.PI);
        if (x !== panX || y !== panY) wheel({ deltaX: x - panX, deltaY: y - panY });
        [panX, panY] = [x, y];
      }
      if (zoom) {
        const wanted = zoom.from * (zoom.to / zoom.from) ** ((1 - Math.cos(part * 2 * Math.PI)) / 2);
        if (zoom.by === 'board') board?.look(wanted);
        // A page takes no more than so much of one event.
        while (zoom.by === 'wheel' && Math.abs(Math.log(wanted / nowAt)) > 1e-6) {
          const step = Math.max(-0.5, Math.min(0.5, Math.log(wanted / nowAt)));
          wheel({ deltaY: -step / zoom.rate, ctrlKey: true });
          nowAt *= Math.exp(step);
        }
      }
      if (part < 1) requestAnimationFrame(frame);
      else resolve();
    };
    requestAnimationFrame(frame);
  });
  return times;
}

/** How one comes to a zoom by the wheel alone, wherever one was. */
export interface Way {
  target: string;
  /** The point of the target that stays where it is. */
  x: number;
  y: number;
  /** A wheel's step with ctrl zooms by e to the power of this times the step. */
  rate: number;
  /** As near as the board goes: from there the way to any zoom is known. */
  nearest: number;
  zoom: number;
  /** Pixels to go down when there. */
  down: number;
}

/** Goes as near as the board goes, back out to the zoom that is wanted, and a bit down. */
export function lookByWheel({ target, x, y, rate, nearest, zoom, down }: Way): void {
  const element = document.querySelector(target)!;
  const { left, top } = element.getBoundingClientRect();
  const wheel = (more: WheelEventInit) =>
    element.dispatchEvent(
      new WheelEvent('wheel', {
        bubbles: true,
        cancelable: true,
        clientX: left + x,
        clientY: top + y,
        ...more,
      }),
    );
  // From however far out.
  const wayIn = 8;
  for (let rest of [wayIn, Math.log(zoom / nearest)]) {
    while (Math.abs(rest) > 1e-9) {
      const step = Math.max(-0.5, Math.min(0.5, rest));
      wheel({ deltaY: -step / rate, ctrlKey: true });
      rest -= step;
    }
  }
  wheel({ deltaY: -down });
}

/**
 * The share of each picture that is paper: whatever has a colour, since all these boards' own parts are nearly grey.
 * @param pictures JPEGs, base64
 */
export async function papered(pictures: string[]): Promise<number[]> {
  const shares: number[] = [];
  for (const picture of pictures) {
    const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    let coloured = 0;
    for (let at = 0; at < data.length; at += 4) {
      const [r, g, b] = [data[at]!, data[at + 1]!, data[at + 2]!];
      if (Math.max(r, g, b) - Math.min(r, g, b) > 24) coloured++;
    }
    shares.push((coloured * 4) / data.length);
  }
  return shares;
}
