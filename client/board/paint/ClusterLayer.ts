/** Clusters as elements: calm areas under the notes, with a title and a count. Only those in view are there. */

import type { NoteView } from '../../../shared/board/boardDoc.ts';
import { CLUSTER_PAD, type PlacedCluster } from '../../../shared/board/boardView.ts';
import type { ClusterId } from '../../../shared/domain/ids.ts';
import { type Round, roundLook } from '../../../shared/domain/round.ts';
import type { Point } from '../surface/camera.ts';
import css from '../surface/surface.module.css';
import { GroupNames, layName } from './GroupNames.ts';
import { make } from './NoteLayer.ts';

/** `dimmed`: it is not what one is shown just now. */
export type ClusterMark = 'selected' | 'focused' | 'target' | 'held' | 'dimmed';

interface Mounted {
  cluster: HTMLElement;
  title: HTMLElement;
  count: HTMLElement;
  /** The edges of its first notes, while it is folded. */
  edges: HTMLElement | null;
  shown: PlacedCluster;
}

export interface ClusterLayerSource {
  cluster(id: ClusterId): PlacedCluster | undefined;
  /** Stands where a cluster has no title. */
  unnamed(): string;
  /** The first notes of a folded cluster. */
  firstNotes(cluster: PlacedCluster): readonly NoteView[];
  rounds(): readonly Round[];
  /** Free wall over a cluster, in world units. */
  roomAbove(cluster: PlacedCluster): number;
}

export class ClusterLayer {
  readonly element: HTMLElement;
  /** From afar; lies over the notes. */
  readonly names = new GroupNames();
  #source: ClusterLayerSource;
  #mounted = new Map<ClusterId, Mounted>();
  #marks = new Map<ClusterId, Set<ClusterMark>>();
  #drawn = new Map<ClusterId, Point>();
  /** The zoom for which names are laid, while they are seen from afar. */
  #afar: number | null = null;

  constructor(source: ClusterLayerSource) {
    this.#source = source;
    this.element = document.createElement('div');
  }

  /** Mounts what is wanted and unmounts the rest. There are far fewer clusters than notes: no budget needed. */
  show(wanted: ReadonlySet<ClusterId>): void {
    for (const [id, { cluster }] of this.#mounted) {
      if (wanted.has(id)) continue;
      cluster.remove();
      this.names.drop(id);
      this.#mounted.delete(id);
    }
    for (const id of wanted) {
      const placed = this.#source.cluster(id);
      if (placed && !this.#mounted.has(id)) this.#mount(id, placed);
    }
  }

  refresh(id: ClusterId): void {
    const parts = this.#mounted.get(id);
    if (!parts) return;
    const placed = this.#source.cluster(id);
    if (placed) {
      parts.shown = placed;
      this.#fill(parts);
      this.#place(id, parts);
    } else {
      parts.cluster.remove();
      this.names.drop(id);
      this.#mounted.delete(id);
    }
  }

  /** Keeps titles readable from afar, in steps so that a zoom seldom touches them. */
  zoomed(z: number): void {
    const afar = z > AFAR ? null : STEP ** Math.floor(Math.log(z) / Math.log(STEP));
    if (afar === this.#afar) return;
    this.#afar = afar;
    for (const parts of this.#mounted.values()) this.#fill(parts);
  }

  refreshAll(): void {
    for (const id of [...this.#mounted.keys()]) this.refresh(id);
  }

  /** Draws a cluster at a place that is not (yet) its own; `null` puts it back to rest. */
  draw(id: ClusterId, at: Point | null): void {
    if (at) this.#drawn.set(id, at);
    else if (!this.#drawn.delete(id)) return;
    const parts = this.#mounted.get(id);
    if (parts) this.#place(id, parts);
  }

  get moving(): ReadonlyMap<ClusterId, Point> {
    return this.#drawn;
  }

  mark(id: ClusterId, mark: ClusterMark, on: boolean): void {
    const marks = this.#marks.get(id) ?? new Set();
    if (marks.has(mark) === on) return;
    if (on) marks.add(mark);
    else marks.delete(mark);
    if (marks.size > 0) this.#marks.set(id, marks);
    else this.#marks.delete(id);
    const element = this.#mounted.get(id)?.cluster;
    if (element) wear(element, mark, on);
  }

  #mount(id: ClusterId, placed: PlacedCluster): void {
    const cluster = make('div', css.cluster!);
    const head = make('div', css.head!);
    const title = make('span', css.title!);
    const count = make('span', css.count!);
    cluster.dataset.clusterId = id;
    title.dataset.clusterTitle = '';
    count.dataset.clusterFold = '';
    title.dir = 'auto';
    head.append(title, count);
    cluster.append(head);
    const parts: Mounted = { cluster, title, count, edges: null, shown: placed };
    this.#mounted.set(id, parts);
    this.#fill(parts);
    this.#place(id, parts);
    for (const mark of this.#marks.get(id) ?? []) wear(cluster, mark, true);
    this.element.append(cluster);
  }

  #fill(parts: Mounted): void {
    const { cluster, title, count, shown } = parts;
    this.#fold(parts);
    title.textContent = shown.title || this.#source.unnamed();
    title.style.fontSize = `${titleSize(shown)}px`;
    const afar = this.#afar;
    if (afar === null) {
      this.names.drop(shown.id);
      delete cluster.dataset.far;
    } else {
      this.names.show(shown.id, shown, layName(shown, afar, this.#source.roomAbove(shown)));
      cluster.dataset.far = '';
    }
    if (shown.title) delete title.dataset.unnamed;
    else title.dataset.unnamed = '';
    count.textContent = String(shown.members.length);
  }

  /** A folded cluster shows the edges of its first notes, as a folder does; each bears the beginning of its text. */
  #fold(parts: Mounted): void {
    const { cluster, shown } = parts;
    parts.edges?.remove();
    parts.edges = null;
    if (shown.folded) cluster.dataset.folded = '';
    else delete cluster.dataset.folded;
    if (!shown.folded) return;
    const edges = make('div', css.edges!);
    for (const note of this.#source.firstNotes(shown)) {
      const { fill, border } = roundLook(this.#source.rounds(), note.round);
      const edge = make('div', css.edge!);
      edge.style.backgroundColor = fill;
      edge.style.borderColor = border;
      edge.dir = 'auto';
      edge.textContent = note.text;
      edges.append(edge);
    }
    cluster.append(edges);
    parts.edges = edges;
  }

  #place(id: ClusterId, { cluster, shown }: Mounted): void {
    const at = this.#drawn.get(id);
    cluster.style.left = `${shown.x}px`;
    cluster.style.top = `${shown.y}px`;
    cluster.style.width = `${shown.w}px`;
    cluster.style.height = `${shown.h}px`;
    cluster.style.transform = at ? `translate(${at.x - shown.x}px, ${at.y - shown.y}px)` : '';
    this.names.move(id, at ? { x: at.x - shown.x, y: at.y - shown.y } : null);
  }
}

function wear(element: HTMLElement, mark: ClusterMark, on: boolean): void {
  if (on) element.dataset[mark] = '';
  else delete element.dataset[mark];
}

/** From this zoom outwards heads are too low for their titles, and names are laid by the zoom, in steps of so much. */
const AFAR = 0.45;
const STEP = 1.06;

/** As large as the title can be in the head of this cluster, on one line or on two. */
function titleSize({ title, w }: PlacedCluster): number {
  const letters = Math.max(8, title.length) * 0.56;
  const room = w - CLUSTER_PAD * 2 - 56;
  const onOne = Math.min(38, room / letters);
  const onTwo = Math.min(26, (room * 1.75) / letters);
  return Math.max(16, onOne, onTwo);
}
