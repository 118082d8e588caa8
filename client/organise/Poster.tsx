/** One poster: what it is about, the code to scan, and the code to type. Of one proportion on screen and on paper. */

import { LazyQr } from '../parts/LazyQr.tsx';
import styles from './Poster.module.css';
import type { PosterWords } from './posterWords.ts';

interface Props {
  /** For those who don't see it. */
  name: string;
  /** Small, above the title. */
  over: string;
  title: string;
  text: string;
  link: string;
  code: string;
  words: PosterWords;
}

export function Poster({ name, over, title, text, link, code, words }: Props) {
  return (
    <article className={styles.poster} aria-label={name}>
      <div className={styles.page}>
        <p className={styles.over}>{over}</p>
        <h2 className={styles.title} data-long={title.length > 24 || undefined}>
          {title}
        </h2>
        <p className={styles.text} data-long={text.length > 130 || undefined}>
          {text}
        </p>
        <div className={styles.join}>
          <LazyQr className={styles.qr} value={link} label={words.qr} />
          <p className={styles.scan}>{words.scan}</p>
          <p className={styles.or}>{words.or(new URL(link).host)}</p>
          <p className={styles.code}>
            <span className="sr-only">{words.code} </span>
            {code}
          </p>
          <p className={styles.small}>{words.noAccount}</p>
        </div>
      </div>
    </article>
  );
}
