/** Which clusters this device shows folded at a station. A way of looking, so no part of the document. */

import type { ClusterId, StationId } from '../../../shared/domain/ids.ts';
import { type DeviceStorage, readJson } from '../../state/deviceStorage.ts';
import type { BoardModel } from './BoardModel.ts';

export class Folds {
  #model: BoardModel;
  #storage: DeviceStorage;
  #key: string;
  #told: (cluster: ClusterId, folded: boolean) => void;

  /** @param told called with each that the person here folds or opens */
  constructor(
    model: BoardModel,
    storage: DeviceStorage,
    station: StationId,
    told: (cluster: ClusterId, folded: boolean) => void = () => {},
  ) {
    this.#model = model;
    this.#storage = storage;
    this.#key = `vh.folded.${station}`;
    this.#told = told;
    const kept = readJson<ClusterId[]>(storage, this.#key);
    model.fold(new Set(Array.isArray(kept) ? kept : []));
  }

  has(cluster: ClusterId): boolean {
    return this.#model.folded.has(cluster);
  }

  toggle(cluster: ClusterId): void {
    this.set(cluster, !this.has(cluster));
  }

  set(cluster: ClusterId, folded: boolean): void {
    if (this.has(cluster) === folded) return;
    // Those that are no longer there are forgotten on the way.
    const kept = [...this.#model.folded].filter((id) => id !== cluster && this.#model.clusters.has(id));
    const now = folded ? [...kept, cluster] : kept;
    this.#model.fold(new Set(now));
    if (now.length > 0) this.#storage.set(this.#key, JSON.stringify(now));
    else this.#storage.remove(this.#key);
    this.#told(cluster, folded);
  }
}
