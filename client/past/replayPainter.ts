/** Paints a scene of a replay on its canvas, with the board's own painter of notes. */

import type { Box } from '../../shared/board/boardView.ts';
import { NOTE_SIZE } from '../../shared/board/boardView.ts';
import { type Round, type RoundLook, roundLook } from '../../shared/domain/round.ts';
import type { Replay } from '../../shared/protocol/past.ts';
import { cutTo, LaidTexts } from '../board/paint/fitText.ts';
import type { NoteMark } from '../board/paint/NoteLayer.ts';
import { type NoteGeometry, readGeometry } from '../board/paint/noteGeometry.ts';
import { paintNote } from '../board/paint/notePainter.ts';
import { type RoomColours, readColours } from '../board/paint/notePalette.ts';
import type { Scene } from './replayScene.ts';

/** Air round all that is shown, in world units. */
const AIR = 60;
/** A month's head on a timeline has no room in the picture; lanes are named inside themselves. */
const TITLE = 44;
const NO_MARKS: ReadonlySet<NoteMark> = new Set();
const LIT: ReadonlySet<NoteMark> = new Set(['lit']);
const CHOSEN: ReadonlySet<NoteMark> = new Set(['selected']);

export interface Words {
  level: (level: 'local' | 'national') => string;
  tray: string;
}

export class ReplayPainter {
  readonly #canvas: HTMLCanvasElement;
  readonly #notes: Replay['notes'];
  readonly #looks: Map<number, RoundLook>;
  readonly #bounds: Box;
  readonly #texts = new LaidTexts();
  #geometry: NoteGeometry | null = null;
  #room: RoomColours | null = null;
  /** From world units to the canvas's pixels, as it was painted last. */
  #view = { scale: 1, dense: 1, x: 0, y: 0 };

  constructor(canvas: HTMLCanvasElement, notes: Replay['notes'], rounds: readonly Round[], bounds: Box) {
    this.#canvas = canvas;
    this.#notes = notes;
    this.#bounds = bounds;
    this.#looks = new Map(notes.map(({ round }) => [round, roundLook(rounds, round)]));
  }

  /** The page's colours or letters have changed. */
  refresh(): void {
    this.#room = null;
    this.#geometry = null;
  }

  /** A place on the canvas, in its own CSS pixels, as a place on the wall. */
  onWall(x: number, y: number): { x: number; y: number } {
    const { scale, dense, x: left, y: top } = this.#view;
    return { x: (x * dense - left) / scale, y: (y * dense - top) / scale };
  }

  /**
   * @param shown where notes are drawn just now, by their place in the list
   * @param lit those that have just changed
   * @param chosen the one that somebody has chosen
   */
  paint(
    scene: Scene,
    shown: ReadonlyMap<number, { x: number; y: number }>,
    lit: ReadonlySet<number>,
    chosen: number | null,
    words: Words,
  ): void {
    const canvas = this.#canvas;
    const context = canvas.getContext('2d');
    const { clientWidth: w, clientHeight: h } = canvas;
    if (!context || w === 0 || h === 0) return;
    const dense = Math.min(devicePixelRatio, 2);
    const [width, height] = [Math.round(w * dense), Math.round(h * dense)];
    if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
    this.#room ??= readColours(canvas);
    this.#geometry ??= readGeometry(canvas.parentElement!);
    const room = this.#room;
    const { x, y, w: wide, h: high } = this.#bounds;
    const scale = Math.min(width / (wide + 2 * AIR), height / (high + 2 * AIR), dense);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = room.wall;
    context.fillRect(0, 0, width, height);
    const [left, top] = [width / 2 - (x + wide / 2) * scale, height / 2 - (y + high / 2) * scale];
    this.#view = { scale, dense, x: left, y: top };
    context.setTransform(scale, 0, 0, scale, left, top);
    for (const lane of scene.lanes) {
      this.#frame(context, lane, room);
      this.#title(
        context,
        lane.title || words.tray,
        lane.x + 12,
        lane.y + lane.h - 16,
        lane.w - 24,
        scale,
        room,
      );
    }
    for (const group of scene.groups) {
      this.#frame(context, group, room);
      this.#title(context, group.title, group.x + 20, group.y + TITLE, group.w - 40, scale, room);
    }
    const paper = {
      geometry: this.#geometry,
      room,
      scale,
      ring: Math.max(1, 0.35 / scale),
      coarse: false,
    };
    for (const [index, { x, y }] of shown) {
      const { text, round, level } = this.#notes[index]!;
      paintNote(
        context,
        {
          laid: this.#texts.of(text),
          look: this.#looks.get(round)!,
          number: String(round),
          level: level ? words.level(level) : '',
          marks: index === chosen ? CHOSEN : lit.has(index) ? LIT : NO_MARKS,
        },
        x,
        y,
        paper,
      );
    }
  }

  #frame(context: CanvasRenderingContext2D, { x, y, w, h }: Box, room: RoomColours): void {
    context.globalAlpha = 0.08;
    context.fillStyle = room.ink;
    context.fillRect(x, y, w, h);
    context.globalAlpha = 0.35;
    context.strokeStyle = room.ink;
    context.lineWidth = 3;
    context.setLineDash([]);
    context.strokeRect(x, y, w, h);
    context.globalAlpha = 1;
  }

  #title(
    context: CanvasRenderingContext2D,
    title: string,
    x: number,
    y: number,
    width: number,
    scale: number,
    room: RoomColours,
  ): void {
    // Titles are to be read from the back: they grow as the picture shrinks, as far as there is room over the notes.
    const size = Math.min(Math.max(30, 13 / scale), NOTE_SIZE / 2);
    context.font = `700 ${size}px ${this.#geometry!.family}`;
    context.textAlign = 'left';
    context.textBaseline = 'alphabetic';
    context.fillStyle = room.ink;
    // No further than its group, or it would run into its neighbour's.
    const shown = cutTo(title, (some) => context.measureText(some).width <= width);
    context.fillText(shown, x, y);
  }
}
