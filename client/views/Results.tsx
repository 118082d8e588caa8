/** What is published when the hall is over: for anybody who has the address, on a phone, on paper, read aloud. */

import { useCallback, useEffect, useState } from 'react';
import type { ResultsPage } from '../../shared/domain/results.ts';
import { ViewTitle } from '../parts/ViewTitle.tsx';
import { dayOf } from '../results/days.ts';
import { PageBody } from '../results/PageBody.tsx';
import styles from '../results/results.module.css';
import { useSettings } from '../state/settings.ts';
import type { AnyFaultCode } from '../sync/fault.ts';
import { fetchPage } from '../sync/results.ts';
import { showLocale, useLocale, useText } from '../text/index.ts';
import { Page } from './Page.tsx';

export default function Results({ address }: { address: string }) {
  const { page: words, act, faults } = useText();
  const locale = useLocale();
  const [page, setPage] = useState<ResultsPage | null>(null);
  const [fault, setFault] = useState<AnyFaultCode | null>(null);
  const load = useCallback(async () => {
    setFault(null);
    const outcome = await fetchPage(address);
    if (!outcome.ok) return setFault(outcome.error.code);
    // In the hall's language, unless its reader has chosen another.
    if (!useSettings.getState().locale) await showLocale(outcome.data.locale);
    setPage(outcome.data);
  }, [address]);
  useEffect(() => {
    setPage(null);
    void load();
  }, [load]);

  if (!page) {
    return (
      <Page>
        {fault === 'not_found' || fault === 'malformed' ? (
          <>
            <ViewTitle name={words.gone} />
            <p>{words.goneLead}</p>
          </>
        ) : fault ? (
          <div className="stack">
            <ViewTitle name={words.failed} />
            <p>{faults[fault] ?? faults.unknown}</p>
            <div>
              <button type="button" className="button" onClick={() => void load()}>
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
  return (
    <Page className={styles.page}>
      <header className={styles.head}>
        <p className={styles.kind}>{words.kind}</p>
        <ViewTitle name={page.title} />
        <p className="hint">
          {words.held(dayOf(page.heldAt, locale))} · {words.published(dayOf(page.publishedAt, locale))}
        </p>
        <div className={styles.tools}>
          <button type="button" className="button" onClick={() => window.print()}>
            {words.print}
          </button>
        </div>
      </header>
      <PageBody page={page} address={address} />
    </Page>
  );
}
