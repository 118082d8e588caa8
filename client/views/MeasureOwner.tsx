/** Where the owner of a measure tells how it goes after 30, 60 and 90 days, by a link and no account. */

import CalendarPlus from 'lucide-react/icons/calendar-plus';
import { useState } from 'react';
import type { OwnedMeasure } from '../../shared/domain/results.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { ViewTitle } from '../parts/ViewTitle.tsx';
import { NotThere, useFetched } from '../results/fetched.tsx';
import { OwnerCheck } from '../results/OwnerCheck.tsx';
import styles from '../results/results.module.css';
import { keyInAddress } from '../router.ts';
import { fetchCalendar, fetchOwned } from '../sync/results.ts';
import { useText } from '../text/index.ts';
import { Page } from './Page.tsx';

export default function MeasureOwner() {
  const { page } = useText();
  const words = page.owner;
  // The key stays in the address: the page is come back to for three months.
  const [key] = useState(() => keyInAddress() ?? '');
  const { got: owned, put, fault, load } = useFetched(fetchOwned, key);
  if (!owned) {
    return <NotThere fault={fault} gone={{ name: words.noKey, lead: words.noKeyLead }} onAgain={load} />;
  }
  const { title, why, firstStep, owner } = owned.measure;
  const facts = [
    [page.plan.owner, owner],
    [page.plan.why, why],
    [page.plan.firstStep, firstStep],
  ].filter(([, value]) => value);
  return (
    <Page className={styles.page}>
      <header className={styles.head}>
        <p className={styles.kind}>{words.title}</p>
        <ViewTitle name={title} />
        <p className="hint">{words.lead(owned.hall)}</p>
      </header>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <section className={styles.part}>
        <h2>{words.tell}</h2>
        <p>{words.tellLead}</p>
        <Calendar owned={owned} address={key} />
        <div className={styles.checks}>
          {owned.checks.map(({ check, day }) => (
            <OwnerCheck
              key={check}
              address={key}
              check={check}
              day={day}
              told={owned.statuses.find((one) => one.check === check)}
              onTold={(statuses) => put({ ...owned, statuses })}
            />
          ))}
        </div>
      </section>
    </Page>
  );
}

function Calendar({ owned, address }: { owned: OwnedMeasure; address: string }) {
  const words = useText().page.owner;
  const [failed, setFailed] = useState(false);
  if (owned.checks.every(({ day }) => day === null)) return <p className="hint">{words.noDay}</p>;
  const take = async () => {
    const file = await fetchCalendar(address);
    setFailed(!file);
    if (!file) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = 'tiltak.ics';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
  return (
    <div className="stack">
      <div>
        <button type="button" className="button" onClick={() => void take()}>
          <CalendarPlus size={18} aria-hidden="true" />
          {words.calendar}
        </button>
      </div>
      <FaultLine text={failed ? words.calendarFailed : null} />
    </div>
  );
}
