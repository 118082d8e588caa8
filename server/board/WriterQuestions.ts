/**
 * What a board asks of its writers: all that they have. Asked as they come, and again where something that they send
 * builds on what is not here, or the board had to be built anew from disk (B4, B8).
 */

import { SYNC, syncFrame } from '../../shared/protocol/boardFrames.ts';
import type { Clock } from '../ports.ts';
import type { BoardSession } from './BoardSession.ts';

/** How often and how patiently one is asked again who brings what builds on something that is not here. */
const GAPS_MAX = 6;
const GAP_WAIT_MS = 300;

export interface WriterQuestionsParts {
  clock: Clock;
  /** Runs it when the document is what is on disk. */
  whenDurable: (run: () => void) => void;
  stateVector: () => Uint8Array;
  send: (session: BoardSession, bytes: Uint8Array) => void;
}

export class WriterQuestions {
  readonly #parts: WriterQuestionsParts;

  constructor(parts: WriterQuestionsParts) {
    this.#parts = parts;
  }

  /** Asks for all that is there and not here. Only while the document is what is on disk. */
  ask(session: BoardSession): void {
    if (session.gone) return;
    session.unanswered = Math.max(0, session.unanswered) + 1;
    this.#parts.send(session, syncFrame(SYNC.step1, this.#parts.stateVector()));
  }

  /** The same, what comes before the answer being passed over. @param wait milliseconds until then */
  askAnew(session: BoardSession, wait = 0): void {
    session.resyncing = true;
    if (wait === 0) this.ask(session);
    else this.#askLater(session, wait);
  }

  /** An answer (`whole`) or a change was taken in. */
  dealtWith(session: BoardSession, whole: boolean): void {
    if (!whole) return;
    session.gaps = 0;
    // An answer to an earlier question may miss what was lost since: only the last one heals.
    if (session.unanswered <= 0) session.resyncing = false;
  }

  /**
   * It builds on something the server has not got. That is asked for; where even the whole of it has a gap (another
   * tab of a stock client has not brought its part yet) it is asked for again, later, and not for ever.
   * @returns false where it has been asked for often enough
   */
  foundGap(session: BoardSession, whole: boolean): boolean {
    if (whole && ++session.gaps > GAPS_MAX) return false;
    session.resyncing = true;
    // Never at once: the document is ahead of the disk in the middle of a tick.
    this.#askLater(session, whole ? GAP_WAIT_MS * session.gaps : 0);
    return true;
  }

  #askLater(session: BoardSession, wait: number): void {
    const { clock, whenDurable } = this.#parts;
    session.cancelAsk();
    session.cancelAsk = clock.after(wait, () => whenDurable(() => this.askAnew(session)));
  }
}
