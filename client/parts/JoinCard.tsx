/** The way in for others: QR code to scan, code to type. */

import { useText } from '../text/index.ts';
import styles from './JoinCard.module.css';
import { LazyQr } from './LazyQr.tsx';

interface Props {
  /** What the QR code leads to. */
  link: string;
  code: string;
  hint: string;
}

export function JoinCard({ link, code, hint }: Props) {
  const { organise, desk } = useText();
  return (
    <div className={styles.join}>
      <LazyQr className={styles.qr} value={link} label={organise.qrFor(desk.joinTitle)} />
      <div className={styles.words}>
        <p className={styles.label}>{organise.code}</p>
        <p className={styles.code}>{code}</p>
        <p className={styles.link}>{withoutScheme(link)}</p>
        <p className={`hint ${styles.hint}`}>{hint}</p>
        <p className={styles.printed}>{desk.joinHint}</p>
      </div>
    </div>
  );
}

/** As people type it: no scheme, and no key. */
function withoutScheme(link: string): string {
  const { host } = new URL(link);
  return host;
}
