/** One frame loop for the whole board, that runs only while somebody has something to draw. */

/** What wants to be called in a frame. @returns whether it wants the next frame too */
export type FrameTask = (now: number) => boolean;

export interface Frames {
  request(callback: (now: number) => void): number;
  cancel(handle: number): void;
}

const browserFrames: Frames = {
  request: (callback) => requestAnimationFrame(callback),
  cancel: (handle) => cancelAnimationFrame(handle),
};

/** Runs its tasks, in the order they were added, in each frame that somebody asked for. */
export class FrameLoop {
  #tasks: FrameTask[] = [];
  #frames: Frames;
  #handle: number | null = null;
  #stopped = false;

  constructor(frames: Frames = browserFrames) {
    this.#frames = frames;
  }

  add(task: FrameTask): void {
    this.#tasks.push(task);
    this.request();
  }

  /** Asks for a frame; cheap when one is already coming. */
  request(): void {
    if (this.#stopped || this.#handle !== null) return;
    this.#handle = this.#frames.request((now) => this.#run(now));
  }

  /** Whether a frame is coming. */
  get busy(): boolean {
    return this.#handle !== null;
  }

  stop(): void {
    this.#stopped = true;
    if (this.#handle !== null) this.#frames.cancel(this.#handle);
    this.#handle = null;
    this.#tasks = [];
  }

  #run(now: number): void {
    this.#handle = null;
    let again = false;
    for (const task of this.#tasks) again = task(now) || again;
    if (again) this.request();
  }
}
