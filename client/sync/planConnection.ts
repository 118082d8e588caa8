/**
 * The connection to a hall's plan: the board channel's, with a document of another shape. One for all that show the
 * plan on this page, and kept for a moment when the last of them is gone: the next view mostly wants it too.
 */

import type { Role } from '../../shared/domain/hall.ts';
import { type HallId, type ParticipantId, planOf } from '../../shared/domain/ids.ts';
import { may } from '../../shared/domain/permission.ts';
import { boardCopies } from '../state/boardCopies.ts';
import { deviceStorage } from '../state/deviceStorage.ts';
import { BoardConnection, type BoardConnectionOptions, boardBase } from './boardConnection.ts';

/** Who looks at the plan. */
export interface PlanReader {
  hall: HallId;
  participant: ParticipantId;
  role: Role;
}

/** Something that stands for one connection, shared by those who hold it. */
export interface Held<T> {
  value: T;
  letGo(): void;
}

interface Shared<T> {
  value: T;
  holders: number;
  closing: ReturnType<typeof setTimeout> | undefined;
}

/** Views that follow one another within so long share a connection. */
const LINGER_MS = 3_000;

/** What is opened by the first who asks for it and closed when the last has let go. */
export class SharedByReader<T> {
  readonly #open: (reader: PlanReader) => T;
  readonly #close: (value: T) => void;
  readonly #shared = new Map<string, Shared<T>>();

  constructor(open: (reader: PlanReader) => T, close: (value: T) => void) {
    this.#open = open;
    this.#close = close;
  }

  hold(reader: PlanReader): Held<T> {
    const key = `${reader.hall} ${reader.role} ${reader.participant}`;
    const shared = this.#shared.get(key) ?? { value: this.#open(reader), holders: 0, closing: undefined };
    this.#shared.set(key, shared);
    clearTimeout(shared.closing);
    shared.holders++;
    let held = true;
    return {
      value: shared.value,
      letGo: () => {
        if (!held) return;
        held = false;
        if (--shared.holders > 0) return;
        shared.closing = setTimeout(() => {
          this.#shared.delete(key);
          this.#close(shared.value);
        }, LINGER_MS);
      },
    };
  }
}

/** Opens the plan's connection. Only who may write has a record of unsaved edits and a copy on the device. */
export function openPlanConnection(
  { hall, participant, role }: PlanReader,
  options: Partial<BoardConnectionOptions> = {},
): BoardConnection {
  const writes = may({ role, stations: [] }, 'plan:write');
  return new BoardConnection({
    base: boardBase(),
    station: planOf(hall),
    role,
    writer: writes ? { participant, storage: deviceStorage } : null,
    ...(writes ? { copy: { hall, copies: boardCopies } } : {}),
    ...options,
  });
}
