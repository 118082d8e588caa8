/** Asks for a draft: at once where there is none, and again when somebody wants a new one. */

import { useCallback, useEffect, useRef, useState } from 'react';
import type { SummaryOf } from '../../shared/plan/source.ts';
import type { Answers } from '../../shared/protocol/hallEvents.ts';
import { useDeed } from '../desk/useDeed.ts';
import { announce } from '../state/announcer.ts';
import { useHallStore } from '../state/hallStore.ts';
import { getText } from '../text/index.ts';

export type Drafted = Answers['summary:draft'];

export interface Draft {
  busy: boolean;
  fault: string | null;
  /** What came of the last one that was asked for here. */
  made: Drafted | null;
  make(): void;
}

/** @param wanted one may write the summary, it is here, and is empty though there are notes to draw it from */
export function useDraft(of: SummaryOf, wanted: boolean): Draft {
  const { fault, busy, press } = useDeed();
  const [made, setMade] = useState<Drafted | null>(null);
  const connected = useHallStore((store) => store.connection.state === 'connected');

  const make = useCallback(async () => {
    const { draft } = getText().plan.summary;
    const answer = await press('summary:draft', of, { of }, draft.failed);
    if (!answer) return;
    setMade(answer);
    announce(saidOf(answer));
  }, [press, of]);

  // Once: who takes all points away wants none.
  const asked = useRef(false);
  useEffect(() => {
    if (!wanted || !connected || asked.current) return;
    asked.current = true;
    void make();
  }, [wanted, connected, make]);

  return { busy, fault, made, make: () => void make() };
}

/** What a draft was made by, as it was. */
export function saidOf({ by, fellBack, points }: Drafted, words = getText().plan.summary.draft): string {
  if (fellBack) return words.fellBack(points);
  return by === 'model' ? words.model(points) : words.rules(points);
}
