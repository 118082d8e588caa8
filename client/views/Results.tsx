/** What is published when the hall is over: for anybody who has the address, on a phone, on paper, read aloud. */

import { ViewTitle } from '../parts/ViewTitle.tsx';
import { dayOf } from '../results/days.ts';
import { NotThere, useFetched } from '../results/fetched.tsx';
import { PageBody } from '../results/PageBody.tsx';
import styles from '../results/results.module.css';
import { fetchPage } from '../sync/results.ts';
import { useLocale, useText } from '../text/index.ts';
import { Page } from './Page.tsx';

export default function Results({ address }: { address: string }) {
  const { page: words } = useText();
  const locale = useLocale();
  const { got: page, fault, load } = useFetched(fetchPage, address);
  if (!page) {
    return <NotThere fault={fault} gone={{ name: words.gone, lead: words.goneLead }} onAgain={load} />;
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
