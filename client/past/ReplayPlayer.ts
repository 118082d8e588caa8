/** Plays a replay: keeps the second that is shown, lets notes glide to where they come to hang, and paints. */

import { createStore } from 'zustand/vanilla';
import { NOTE_SIZE } from '../../shared/board/boardView.ts';
import type { Lane } from '../../shared/domain/hall.ts';
import type { Round } from '../../shared/domain/round.ts';
import type { Replay } from '../../shared/protocol/past.ts';
import { watchLook } from '../board/paint/notePalette.ts';
import { frameAt, type PlayTime, playTime } from './playTime.ts';
import { ReplayPainter, type Words } from './replayPainter.ts';
import { type Scene, SceneReader } from './replayScene.ts';

/** How soon a note is nearly where it belongs. */
const GLIDE_MS = 120;
/** How long what has just changed is lit. */
const LIT_MS = 700;
/** Paintings are no closer than this: the picture is a film, not a hand. */
const PAINT_MS = 30;
/** How often the second is told while it plays. */
const TELL_MS = 200;

export interface Playing {
  second: number;
  playing: boolean;
  /** The frame that is shown; -1 before the first. */
  frame: number;
  /** The note that somebody has chosen, by its place in the replay's list. */
  chosen: number | null;
}

export class ReplayPlayer {
  readonly store = createStore<Playing>()(() => ({ second: 0, playing: false, frame: 0, chosen: null }));
  readonly time: PlayTime;
  readonly reader: SceneReader;
  readonly #painter: ReplayPainter;
  readonly #words: () => Words;
  readonly #still: MediaQueryList;
  readonly #shown = new Map<number, { x: number; y: number }>();
  readonly #lit = new Map<number, number>();
  readonly #stops: (() => void)[] = [];
  #second = 0;
  #frame = -1;
  #scene: Scene;
  #speed = 1;
  #asked = 0;
  #last = 0;
  #told = 0;

  constructor(
    canvas: HTMLCanvasElement,
    replay: Replay,
    { rounds, lanes, words }: { rounds: readonly Round[]; lanes: readonly Lane[] | null; words: () => Words },
  ) {
    this.time = playTime(replay);
    this.reader = new SceneReader(replay, lanes);
    this.#painter = new ReplayPainter(canvas, replay.notes, rounds, this.reader.bounds());
    this.#words = words;
    this.#still = matchMedia('(prefers-reduced-motion: reduce)');
    const repaint = () => {
      this.#painter.refresh();
      this.#ask();
    };
    const size = new ResizeObserver(() => this.#ask());
    size.observe(canvas);
    this.#stops.push(watchLook(repaint), () => size.disconnect());
    void document.fonts?.ready.then(repaint);
    this.#scene = this.reader.at(-1);
    this.seek(0);
  }

  play(): void {
    if (this.#second >= this.time.length) this.seek(0);
    this.#last = performance.now();
    this.store.setState({ playing: true });
    this.#ask();
  }

  pause(): void {
    this.store.setState({ playing: false, second: this.#second });
  }

  setSpeed(speed: number): void {
    this.#speed = speed;
  }

  /** Shows this second. */
  seek(second: number): void {
    this.#second = Math.min(this.time.length, Math.max(0, second));
    this.#show(true);
    this.#tell();
    this.#ask();
  }

  /** Shows the frame before or after the one that is shown. */
  step(by: 1 | -1): void {
    this.pause();
    const next = Math.min(this.time.seconds.length - 1, Math.max(0, this.#frame + by));
    this.seek(this.time.seconds[next] ?? 0);
  }

  /** Chooses a note of those that hang, or none; what is chosen stands still. */
  choose(index: number | null): void {
    if (index !== null) this.pause();
    this.store.setState({ chosen: index !== null && this.#scene.notes.has(index) ? index : null });
    this.#ask();
  }

  /** The note that hangs uppermost at a place on the canvas, in CSS pixels; null: none. */
  noteAt(x: number, y: number): number | null {
    const at = this.#painter.onWall(x, y);
    const hit = [...this.#shown].findLast(
      ([, note]) =>
        at.x >= note.x && at.x < note.x + NOTE_SIZE && at.y >= note.y && at.y < note.y + NOTE_SIZE,
    );
    return hit?.[0] ?? null;
  }

  close(): void {
    cancelAnimationFrame(this.#asked);
    for (const stop of this.#stops) stop();
  }

  #tell(): void {
    const { chosen } = this.store.getState();
    this.store.setState({
      second: this.#second,
      frame: this.#frame,
      chosen: chosen !== null && this.#scene.notes.has(chosen) ? chosen : null,
    });
  }

  /** Takes the frame of the present second. @param leapt by a seek: everything stands where it belongs at once */
  #show(leapt: boolean): void {
    const frame = frameAt(this.time, this.#second);
    if (frame === this.#frame && !leapt) return;
    const now = performance.now();
    if (!leapt) {
      for (let at = this.#frame + 1; at <= frame; at++) {
        for (const note of this.reader.changedBy(at)) this.#lit.set(note, now + LIT_MS);
      }
    } else this.#lit.clear();
    this.#frame = frame;
    this.#scene = this.reader.at(frame);
    for (const index of this.#shown.keys()) if (!this.#scene.notes.has(index)) this.#shown.delete(index);
    if (!leapt && !this.#still.matches) return;
    for (const [index, place] of this.#scene.notes) this.#shown.set(index, { ...place });
  }

  #ask(): void {
    if (!this.#asked) this.#asked = requestAnimationFrame((now) => this.#tick(now));
  }

  #tick(now: number): void {
    this.#asked = 0;
    const passed = now - this.#last;
    const { playing } = this.store.getState();
    if (passed < PAINT_MS && playing) {
      this.#ask();
      return;
    }
    this.#last = now;
    if (playing) {
      this.#second = Math.min(this.time.length, this.#second + (passed / 1_000) * this.#speed);
      this.#show(false);
      const over = this.#second >= this.time.length;
      if (over || now - this.#told > TELL_MS) {
        this.#told = now;
        this.#tell();
      }
      if (over) this.store.setState({ playing: false });
    }
    const gliding = this.#glide(Math.min(passed, 100));
    for (const [index, until] of this.#lit) if (until < now) this.#lit.delete(index);
    const { chosen } = this.store.getState();
    this.#painter.paint(this.#scene, this.#shown, new Set(this.#lit.keys()), chosen, this.#words());
    if (gliding || this.#lit.size > 0 || this.store.getState().playing) this.#ask();
  }

  /** Moves what is not yet where it belongs. @returns whether something is still on its way */
  #glide(passed: number): boolean {
    const part = 1 - Math.exp(-passed / GLIDE_MS);
    let gliding = false;
    for (const [index, place] of this.#scene.notes) {
      const at = this.#shown.get(index);
      if (!at) {
        this.#shown.set(index, { ...place });
        continue;
      }
      const [dx, dy] = [place.x - at.x, place.y - at.y];
      if (Math.abs(dx) + Math.abs(dy) < 1) [at.x, at.y] = [place.x, place.y];
      else {
        at.x += dx * part;
        at.y += dy * part;
        gliding = true;
      }
    }
    return gliding;
  }
}
