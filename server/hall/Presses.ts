/**
 * Presses of a thumb that are remembered for a while: one that is sent again, since its answer was lost on bad Wi-Fi,
 * gets the same answer and does nothing more.
 */

const REMEMBERED = 500;

export class Presses {
  readonly #answers = new Map<string, Promise<unknown>>();

  /** Does it at the first press of this id, and gives its answer to all. One that failed may be tried again. */
  once<T>(press: string, deed: () => Promise<T>): Promise<T> {
    const known = this.#answers.get(press) as Promise<T> | undefined;
    if (known) return known;
    const answer = deed();
    this.#answers.set(press, answer);
    answer.catch(() => this.#answers.delete(press));
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > REMEMBERED && oldest !== undefined) this.#answers.delete(oldest);
    return answer;
  }
}
