/** What anybody fetches by an address of its own, without a session: in its hall's language, or why it is not there. */

import { useCallback, useEffect, useState } from 'react';
import type { Locale } from '../../shared/domain/locale.ts';
import { ViewTitle } from '../parts/ViewTitle.tsx';
import { useSettings } from '../state/settings.ts';
import type { AnyFaultCode, Outcome } from '../sync/fault.ts';
import { showLocale, useText } from '../text/index.ts';
import { Page } from '../views/Page.tsx';

interface Fetched<T> {
  /** Null until it is there. */
  got: T | null;
  put: (got: T) => void;
  fault: AnyFaultCode | null;
  load: () => Promise<void>;
}

/** @param fetch by the address; another address is fetched anew */
export function useFetched<T extends { locale: Locale }>(
  fetch: (address: string) => Promise<Outcome<T>>,
  address: string,
): Fetched<T> {
  const [got, put] = useState<T | null>(null);
  const [fault, setFault] = useState<AnyFaultCode | null>(null);
  const load = useCallback(async () => {
    setFault(null);
    const outcome = await fetch(address);
    if (!outcome.ok) return setFault(outcome.error.code);
    // Unless its reader has chosen another.
    if (!useSettings.getState().locale) await showLocale(outcome.data.locale);
    put(outcome.data);
  }, [fetch, address]);
  useEffect(() => {
    put(null);
    void load();
  }, [load]);
  return { got, put, fault, load };
}

interface Props {
  fault: AnyFaultCode | null;
  /** That there is nothing under this address. */
  gone: { name: string; lead: string };
  onAgain: () => Promise<void>;
}

/** The page until it is there. */
export function NotThere({ fault, gone, onAgain }: Props) {
  const { page: words, act, faults } = useText();
  return (
    <Page>
      {fault === 'not_found' || fault === 'malformed' ? (
        <>
          <ViewTitle name={gone.name} />
          <p>{gone.lead}</p>
        </>
      ) : fault ? (
        <div className="stack">
          <ViewTitle name={words.failed} />
          <p>{faults[fault] ?? faults.unknown}</p>
          <div>
            <button type="button" className="button" onClick={() => void onAgain()}>
              {act.retry}
            </button>
          </div>
        </div>
      ) : (
        <p role="status">{words.loading}</p>
      )}
    </Page>
  );
}
