/**
 * Notes as pixels, for views of more notes than a browser can lay out: those at rest on tiles, those in motion over
 * them. They look like the elements that stand in their place when one comes nearer.
 *
 * Over 300 lines: what makes up one frame of pixels is easiest to follow in one place.
 */

import { type Box, NOTE_SIZE, overlaps, type PlacedNote } from '../../../shared/board/boardView.ts';
import type { Level } from '../../../shared/domain/hall.ts';
import type { NoteId } from '../../../shared/domain/ids.ts';
import { type Round, roundLook } from '../../../shared/domain/round.ts';
import { type Camera, type Size, visibleBox } from '../surface/camera.ts';
import type { LaidTexts } from './fitText.ts';
import type { Mover } from './MoverSprites.ts';
import { type NoteLayer, ringFor } from './NoteLayer.ts';
import { NoteMovers } from './NoteMovers.ts';
import { NoteTiles } from './NoteTiles.ts';
import { type NoteGeometry, readGeometry } from './noteGeometry.ts';
import {
  type PaintedNote,
  type Paper,
  paintBare,
  paintNote,
  paintRing,
  RING_REACH,
  TYPE_LEAST,
} from './notePainter.ts';
import { type RoomColours, readColours, watchLook } from './notePalette.ts';
import { TilePicture } from './TilePicture.ts';

/** Spent on painting in a frame while the camera moves, and while it stands. */
const HURRY_MS = 5;
const CALM_MS = 9;
/** More changes at once than this are not looked at one by one. */
const MANY = 300;
/** The largest type on a note. */
const TYPE_MOST = 34;

export interface FarSource {
  /** Where the page's look is read off. */
  host: HTMLElement;
  note(id: NoteId): PlacedNote | undefined;
  /** Ids of the notes at rest that touch a box. */
  within(box: Box): NoteId[];
  /** Whether this note is there to be seen at all. */
  isShown(id: NoteId): boolean;
  rounds(): readonly Round[];
  levelName(level: Level): string;
  laid: LaidTexts;
  notes: NoteLayer;
  requestFrame(): void;
}

export interface FarView {
  camera: Camera;
  /** The zoom for which things are drawn now; on their way elsewhere they are stretched. */
  drawnFor: number;
  size: Size;
  travelling: boolean;
  /** What is drawn here will soon be elements, and elements are no pixels yet. */
  passing: boolean;
}

export class FarNotes {
  /** In pixels of the window, under the notes that are elements: what rests, and over it what moves. */
  readonly elements: readonly HTMLElement[];
  #source: FarSource;
  #tiles: NoteTiles;
  #picture: TilePicture;
  #movers: NoteMovers;
  #geometry: NoteGeometry | null = null;
  #room: RoomColours | null = null;
  #active = false;
  /** Whether tiles were left to be painted in the last frame. */
  #more = false;
  /** Changed since the last frame. */
  #restyled = new Set<NoteId>();
  /** At their place again, and drawn as movers until the tiles show them there. */
  #landing = new Set<NoteId>();
  #away = new Set<NoteId>();
  #ring = 1;
  #looks = 0;
  #stops: (() => void)[];

  constructor(source: FarSource) {
    this.#source = source;
    this.#tiles = new NoteTiles({
      paint: (context, box, scale, coarse) => this.#paintBox(context, box, scale, coarse),
      any: (box) => source.within(grown(box, RING_REACH * this.#ring)).length > 0,
      hasCoarse: (scale) => TYPE_MOST * scale >= TYPE_LEAST,
    });
    this.#movers = new NoteMovers({
      paint: (context, id, scale, coarse) => {
        const placed = source.note(id);
        if (placed) paintBare(context, this.#painted(placed), 0, 0, this.#paper(scale, coarse));
      },
      paintRing: (context, id, scale) =>
        paintRing(context, source.notes.marksOf(id), 0, 0, this.#paper(scale, false)),
      marksOf: (id) => [...source.notes.marksOf(id)].join(' '),
      requestFrame: () => source.requestFrame(),
    });
    this.#picture = new TilePicture(this.#tiles, () => source.requestFrame());
    this.elements = [this.#picture.element, this.#movers.element];
    for (const element of this.elements) element.setAttribute('aria-hidden', 'true');
    const anew = () => this.lookAnew();
    // The typeface comes a moment later, its rarer letters when they are first met.
    document.fonts?.addEventListener('loadingdone', anew);
    this.#stops = [watchLook(anew), () => document.fonts?.removeEventListener('loadingdone', anew)];
  }

  destroy(): void {
    for (const stop of this.#stops) stop();
    this.#tiles.destroy();
    this.#movers.hide();
  }

  /** Whether notes are drawn here at all now. */
  get isActive(): boolean {
    return this.#active;
  }

  /** Whether all notes in view stand here, if coarsely. */
  get covers(): boolean {
    return this.#active && this.#tiles.covers;
  }

  /** Colours, typeface or words are others now. */
  lookAnew(): void {
    this.#room = null;
    this.#geometry = null;
    this.#looks++;
    this.#movers.forget();
    this.#tiles.touchAll();
    if (this.#active) this.#source.requestFrame();
  }

  /** A note hangs, or hung, here and looks otherwise now. */
  touch(...places: (PlacedNote | undefined)[]): void {
    for (const placed of places) if (placed) this.#tiles.touch(this.#boxOf(placed));
  }

  /** So many changed that everything is painted anew. */
  touchMany(count: number): boolean {
    if (count <= MANY) return false;
    this.#tiles.touchAll();
    return true;
  }

  /** A note's marks or height changed, or it left its place or came back to it. */
  restyle(id: NoteId): void {
    if (this.#active) {
      this.#restyled.add(id);
      this.#source.requestFrame();
    } else {
      this.touch(this.#source.note(id));
    }
  }

  /** Keeps rings visible from afar; where there are any, they are painted anew. */
  zoomed(z: number): void {
    const ring = ringFor(z);
    if (Math.abs(ring / this.#ring - 1) < 0.05) return;
    this.#ring = ring;
    for (const id of this.#source.notes.marked.keys()) this.restyle(id);
    this.#movers.forget();
  }

  /** Shows what the camera sees. @returns whether something is left for the next frame */
  show({ camera, drawnFor, size, travelling, passing }: FarView): boolean {
    if (!this.#active) this.#begin();
    const ratio = devicePixelRatio || 1;
    const hurry = travelling || passing;
    const until = performance.now() + (hurry ? HURRY_MS : CALM_MS);
    this.#takeRestyled();
    const seen = visibleBox(camera, size);
    this.#tiles.look({ seen, zoom: drawnFor, ratio, stretch: camera.z / drawnFor });
    const drew = this.#picture.show({ camera, drawnFor, size, ratio, travelling }, this.#more);
    // What is painted now is on the picture in the next frame at the earliest: so no frame has to do both.
    this.#more = this.#tiles.work({ until, hurry, least: drew ? 0 : 1 });
    const waits = this.#picture.isBehind;
    const unread = this.#movers.show(this.#inMotion(waits), { camera, size, ratio, travelling: hurry });
    return unread || waits || this.#more || this.#landing.size > 0;
  }

  #begin(): void {
    this.#active = true;
    const { moving, marked } = this.#source.notes;
    this.#away = new Set([...moving.keys(), ...marked.keys()].filter((id) => this.#isAway(id)));
  }

  /** Nothing is drawn here until `show` is called again. */
  hide(): void {
    if (!this.#active) return;
    this.#active = false;
    this.#landing.clear();
    this.#restyled.clear();
    this.#tiles.rest();
    this.#picture.hide();
    this.#movers.hide();
  }

  /** What is not on the tiles: drawn elsewhere, or not to be seen. */
  #isAway(id: NoteId): boolean {
    return this.#source.notes.moving.has(id) || this.#source.notes.has(id, 'hidden');
  }

  #takeRestyled(): void {
    const anew = this.touchMany(this.#restyled.size);
    for (const id of this.#restyled) {
      const placed = this.#source.note(id);
      const away = placed !== undefined && this.#isAway(id);
      const wasAway = this.#away.has(id);
      if (away) this.#away.add(id);
      else this.#away.delete(id);
      this.#landing.delete(id);
      if (!placed || (away && wasAway)) continue;
      if (wasAway && !this.#source.notes.has(id, 'hidden')) this.#landing.add(id);
      if (!anew) this.#tiles.touch(this.#boxOf(placed));
    }
    this.#restyled.clear();
  }

  /** @param waits whether something on the tiles is not on the picture yet */
  #inMotion(waits: boolean): Mover[] {
    const { notes, note, isShown } = this.#source;
    const movers: Mover[] = [];
    const put = (id: NoteId, x: number, y: number) => {
      const placed = note(id);
      if (!placed || notes.isMounted(id) || notes.has(id, 'hidden') || !isShown(id)) return;
      const { text, round, level } = placed.note;
      const marks = [...notes.marksOf(id)].join(' ');
      movers.push({ id, x, y, kind: `${this.#looks} ${round} ${level ?? ''} ${marks}`, text });
    };
    for (const id of this.#landing) {
      const placed = note(id);
      if (!placed || (!waits && this.#tiles.isClean(this.#boxOf(placed)))) this.#landing.delete(id);
      else put(id, placed.x, placed.y);
    }
    for (const [id, at] of notes.moving) put(id, at.x, at.y);
    return movers.sort((a, b) => notes.above(a.id, b.id));
  }

  #paintBox(context: CanvasRenderingContext2D, box: Box, scale: number, coarse: boolean): void {
    const { notes, note, within } = this.#source;
    const paper = this.#paper(scale, coarse);
    const ids = within(grown(box, RING_REACH * this.#ring)).filter((id) => !this.#isAway(id));
    for (const id of ids.sort(notes.above)) {
      const placed = note(id);
      if (!placed) continue;
      const reach = notes.marksOf(id).size > 0 ? RING_REACH * this.#ring : 0;
      const { x, y } = placed;
      if (overlaps(box, grown({ x, y, w: NOTE_SIZE, h: NOTE_SIZE }, reach))) {
        paintNote(context, this.#painted(placed), x, y, paper);
      }
    }
  }

  #painted({ note }: PlacedNote): PaintedNote {
    return {
      laid: this.#source.laid.of(note.text),
      look: roundLook(this.#source.rounds(), note.round),
      number: String(note.round),
      level: note.level ? this.#source.levelName(note.level) : '',
      marks: this.#source.notes.marksOf(note.id),
    };
  }

  #paper(scale: number, coarse: boolean): Paper {
    this.#geometry ??= readGeometry(this.#source.host);
    this.#room ??= readColours(this.#source.host);
    return { geometry: this.#geometry, room: this.#room, scale, ring: this.#ring, coarse };
  }

  #boxOf({ x, y }: PlacedNote): Box {
    return grown({ x, y, w: NOTE_SIZE, h: NOTE_SIZE }, RING_REACH * this.#ring);
  }
}

const grown = ({ x, y, w, h }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  w: w + 2 * by,
  h: h + 2 * by,
});
