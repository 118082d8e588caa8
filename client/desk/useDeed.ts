/** Something the host does: asked of the server, told when it went wrong, with the words for both. */

import { useCallback, useState } from 'react';
import type { Answers, RequestName, RequestOf } from '../../shared/protocol/hallEvents.ts';
import { request } from '../sync/hallConnection.ts';
import { getText } from '../text/index.ts';
import { Presses } from './presses.ts';

type Pressed<Name extends RequestName> = Omit<RequestOf<Name>, 'press'>;

export interface Deeds {
  /** What went wrong with the last one, in words. */
  fault: string | null;
  busy: boolean;
  /** @param failed what has not happened then, as a sentence. @returns the answer, or null */
  act<Name extends RequestName>(
    name: Name,
    payload: RequestOf<Name>,
    failed: string,
  ): Promise<Answers[Name] | null>;
  /** The same for requests that would do more if they came twice. `button`: which one it is of those alike. */
  press<Name extends RequestName>(
    name: Name,
    button: string,
    payload: Pressed<Name>,
    failed: string,
  ): Promise<Answers[Name] | null>;
}

const presses = new Presses();

export function useDeed(): Deeds {
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(0);

  const act: Deeds['act'] = useCallback(async (name, payload, failed) => {
    setFault(null);
    setBusy((count) => count + 1);
    const outcome = await request(name, payload);
    setBusy((count) => count - 1);
    if (outcome.ok) return outcome.data;
    const { faults, plan } = getText();
    const { code } = outcome.error;
    const why = code === 'plan_full' ? plan.actions.add.full : faults[code];
    setFault(`${failed} ${why ?? faults.unknown}`);
    return null;
  }, []);

  const press: Deeds['press'] = useCallback(
    async (name, button, payload, failed) => {
      const key = `${name} ${button}`;
      const named = presses.of(key);
      const answer = await act(name, { ...payload, press: named } as never, failed);
      if (!answer) presses.doubted(key, named);
      return answer;
    },
    [act],
  );

  return { fault, busy: busy > 0, act, press };
}
