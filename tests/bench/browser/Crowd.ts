/** The process of our hall's people, as the benchmark holds it. */

import { fileURLToPath } from 'node:url';
import { type Child, startNode } from '../children.ts';
import type { CrowdPlace, FromCrowd, ToCrowd } from './crowdProcess.ts';

const script = fileURLToPath(new URL('crowdProcess.ts', import.meta.url));

export class Crowd {
  readonly #child: Child = startNode(['--import', import.meta.resolve('tsx'), script]);

  get pid(): number {
    return this.#child.pid;
  }

  /** Makes a hall and hangs so many notes there. */
  async hang(base: string, notes: number): Promise<CrowdPlace> {
    return (await this.#ask({ do: 'hang', base, notes })).place!;
  }

  /** From now on a hundred notes are moved. */
  async move(): Promise<void> {
    await this.#ask({ do: 'move' });
  }

  async rest(): Promise<void> {
    await this.#ask({ do: 'rest' });
  }

  leave(): Promise<void> {
    return this.#child.kill();
  }

  #ask(wanted: ToCrowd): Promise<Extract<FromCrowd, { ok: true }>> {
    const { process: child } = this.#child;
    return new Promise((resolve, reject) => {
      const onExit = () => reject(new Error(`the crowd is gone:\n${this.#child.said()}`));
      child.once('exit', onExit);
      child.once('message', (message) => {
        child.off('exit', onExit);
        const answer = message as FromCrowd;
        if (answer.ok) resolve(answer);
        else reject(new Error(answer.error));
      });
      child.send(wanted);
    });
  }
}
