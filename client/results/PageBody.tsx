/** A results page from its foreword to its files: as strangers read it, and as the organiser looks at it first. */

import Download from 'lucide-react/icons/download';
import type { ResultsPage } from '../../shared/domain/results.ts';
import { filePath } from '../sync/results.ts';
import { useLocale, useText } from '../text/index.ts';
import { dayOf } from './days.ts';
import { FiguresPart } from './FiguresPart.tsx';
import { MeasuresPart } from './MeasuresPart.tsx';
import styles from './results.module.css';
import { SummariesPart } from './SummariesPart.tsx';

interface Props {
  page: ResultsPage;
  /** Null: only looked at before it is published. */
  address: string | null;
}

export function PageBody({ page, address }: Props) {
  const words = useText().page;
  return (
    <>
      {page.foreword && <p className={styles.foreword}>{page.foreword}</p>}
      {page.news && page.news.length > 0 && (
        <Part title={words.news.title}>
          <News page={page} />
        </Part>
      )}
      {page.figures && (
        <Part title={words.figures.title}>
          <FiguresPart figures={page.figures} />
        </Part>
      )}
      {page.summaries && page.summaries.length > 0 && (
        <Part title={words.summaries.title}>
          <SummariesPart summaries={page.summaries} />
        </Part>
      )}
      {page.measures && (
        <Part title={words.plan.title}>
          <MeasuresPart page={page} address={address} />
        </Part>
      )}
      {page.files && page.files.length > 0 && (
        <Part title={words.files.title}>
          <Files page={page} address={address} />
        </Part>
      )}
    </>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function News({ page }: { page: ResultsPage }) {
  const locale = useLocale();
  return (
    <ul className={styles.news}>
      {page.news?.map(({ id, at, text }) => (
        <li key={id}>
          <p className="hint">{dayOf(at, locale)}</p>
          <p className={styles.text}>{text}</p>
        </li>
      ))}
    </ul>
  );
}

function Files({ page, address }: Props) {
  const words = useText().page.files;
  return (
    <ul className={styles.files}>
      {page.files?.map(({ id, name, size }) => (
        <li key={id}>
          {address ? (
            <a
              href={filePath(address, id)}
              download={name}
              aria-label={words.download(name, words.size(size))}
            >
              <Download size={18} aria-hidden="true" />
              {name}
            </a>
          ) : (
            name
          )}{' '}
          <span className="hint">{words.size(size)}</span>
        </li>
      ))}
    </ul>
  );
}
