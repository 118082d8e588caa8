/** Own texts that the server would not have: kept on the device until the person has done something with them. */

import type { ParticipantId, StationId } from '../../shared/domain/ids.ts';
import { type DeviceStorage, readJson } from '../state/deviceStorage.ts';
import { type OwnText, RETURNED } from './boardRecords.ts';

export class ReturnedTexts {
  #storage: DeviceStorage;
  #key: string;

  constructor(storage: DeviceStorage, place: { station: StationId; participant: ParticipantId }) {
    this.#storage = storage;
    this.#key = `${RETURNED}${place.station}.${place.participant}`;
  }

  get texts(): OwnText[] {
    const stored = readJson<OwnText[]>(this.#storage, this.#key);
    return Array.isArray(stored) ? stored : [];
  }

  /** What this tab shows is these now, and was those before; what another tab was given meanwhile stays. */
  replace(before: readonly OwnText[], now: readonly OwnText[]): void {
    const own = new Set([...before, ...now].map(({ note }) => note));
    const texts = [...this.texts.filter(({ note }) => !own.has(note)), ...now];
    if (texts.length > 0) this.#storage.set(this.#key, JSON.stringify(texts));
    else this.#storage.remove(this.#key);
  }
}
