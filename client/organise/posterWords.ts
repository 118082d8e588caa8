/** The words of the posters in the hall's own language, whatever language the organiser reads in. */

import { useEffect, useState } from 'react';
import type { Locale } from '../../shared/domain/hall.ts';
import type { run } from '../text/run.nb.ts';

export type PosterWords = (typeof run)['poster'];

const WORDS: Record<Locale, () => Promise<PosterWords>> = {
  nb: async () => (await import('../text/run.nb.ts')).run.poster,
  nn: async () => (await import('../text/run.nn.ts')).run.poster,
  en: async () => (await import('../text/run.en.ts')).run.poster,
};

/** Null until they are fetched. `failed`: they could not be. */
export function usePosterWords(locale: Locale): { words: PosterWords | null; failed: boolean } {
  const [words, setWords] = useState<PosterWords | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let stopped = false;
    WORDS[locale]().then(
      (fetched) => !stopped && setWords(fetched),
      () => !stopped && setFailed(true),
    );
    return () => {
      stopped = true;
    };
  }, [locale]);
  return { words, failed };
}
