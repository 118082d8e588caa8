/** What the hall says of a station, as the gate is to know it: who may do what on this board at this moment. */

import { FREEZE_GRACE_MS, OPEN_RULES, ROUNDS_MAX, type StationRules } from '../../shared/domain/hall.ts';
import type { NoteId, ParticipantId, StationId } from '../../shared/domain/ids.ts';
import { STATION_NOTES_MAX } from '../../shared/domain/note.ts';
import { type Actor, may } from '../../shared/domain/permission.ts';
import type { BoardContent } from './BoardContent.ts';
import type { Visitor } from './BoardSession.ts';
import type { Asker, Denial, GateRules } from './gate/policy.ts';
import { type HeldHere, NOTHING_HELD, overCaps, type PersonCaps } from './noteCaps.ts';

/** What the gate must know of the hall. */
export interface Furniture {
  rules: StationRules;
  /** Absent: it is not. */
  anonymous?: boolean;
  /** The round that runs. */
  round: number;
  /** The hall is over: nobody writes, whoever they are. */
  ended?: boolean;
  /** Who may only look. */
  shutOut?: ReadonlySet<ParticipantId>;
  /** What is held of the station outside its document. */
  held?: HeldHere;
  /** Notes that each participant may have in the whole hall. */
  perPerson?: number;
  /** A person's notes at the hall's other stations, as far as is known without loading boards. */
  elsewhere?: (participant: ParticipantId) => number;
}

const ALL_OPEN: Furniture = { rules: OPEN_RULES, round: ROUNDS_MAX };

export interface BoardRightsParts {
  station: StationId;
  /** Absent: all open. */
  furniture: Furniture | undefined;
  /** What the board holds; another object after it was built anew. */
  content: () => BoardContent;
  now: () => number;
}

export class BoardRights {
  readonly #parts: BoardRightsParts;
  #furniture: Furniture;

  constructor(parts: BoardRightsParts) {
    this.#parts = parts;
    this.#furniture = parts.furniture ?? ALL_OPEN;
  }

  /** In force from now on. */
  furnish(furniture: Furniture): void {
    this.#furniture = furniture;
  }

  /** What is held of the station outside its document. */
  get held(): HeldHere {
    return this.#furniture.held ?? NOTHING_HELD;
  }

  /** Whether nothing here may tell who wrote what. */
  get anonymous(): boolean {
    return this.#furniture.anonymous === true;
  }

  /** Whether writing is paused for this actor, the grace being over. */
  frozenFor(actor: Actor): boolean {
    return this.#rules().frozen && !may(actor, 'note:moderate', this.#parts.station);
  }

  /** Why this person writes nothing here, whatever their role and the rules say. */
  barred({ participant, actor }: Visitor): Asker['barred'] {
    const { ended, shutOut } = this.#furniture;
    if (ended) return 'ended';
    return shutOut?.has(participant) && !may(actor, 'note:moderate', this.#parts.station) ? 'shut_out' : null;
  }

  /** As whom the gate hears this person. */
  askerOf(visitor: Visitor): Asker {
    const { participant, actor } = visitor;
    return {
      participant,
      actor,
      station: this.#parts.station,
      rules: this.#rules(),
      barred: this.barred(visitor),
      mayHang: (notes) => this.#mayHang(visitor, notes),
    };
  }

  /** What hangs and what is held of the station; fewer, where there is room for `more` anyhow: counting takes a while. */
  fill(more: number): number {
    const { notes, written } = this.#parts.content();
    const held = this.held.count();
    return written + held + more <= STATION_NOTES_MAX ? held : notes + held;
  }

  #rules(): GateRules {
    const { rules, anonymous = false, round } = this.#furniture;
    const frozen = rules.frozenAt !== null && this.#parts.now() >= rules.frozenAt + FREEZE_GRACE_MS;
    const { moveOwn, groupingClosed, hiding } = rules;
    return { moveOwn, groupingClosed, frozen, anonymous, hiding, round };
  }

  /** Whether these notes, made on a board, may hang: none of them is held, and there is room for them. */
  #mayHang({ participant, actor }: Visitor, notes: ReadonlySet<NoteId>): Denial {
    for (const id of notes) {
      if (!this.held.has(id)) continue;
      const own = this.held.ownerOf(id) === participant;
      return own
        ? { code: 'hidden', why: 'this note is kept off the board' }
        : { code: 'taken', why: 'somebody else has used this id' };
    }
    const { rules, perPerson = Number.POSITIVE_INFINITY, elsewhere } = this.#furniture;
    const content = this.#parts.content();
    let more = 0;
    for (const id of notes) if (!content.hangs(id)) more++;
    const caps: PersonCaps | null = may(actor, 'note:moderate', this.#parts.station)
      ? null
      : {
          here: content.notesBy(participant) + this.held.countOf(participant),
          elsewhere: elsewhere?.(participant) ?? 0,
          allowance: rules.allowance,
          perPerson,
        };
    return overCaps(this.fill(more), caps, more);
  }
}
