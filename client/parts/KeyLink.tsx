/** One link that gives rights: to copy, to show as a QR code, or to be made anew where its secret is not known. */

import QrCodeSign from 'lucide-react/icons/qr-code';
import { useId, useState } from 'react';
import { useText } from '../text/index.ts';
import { CopyButton } from './CopyButton.tsx';
import styles from './KeyLink.module.css';
import { LazyQr } from './LazyQr.tsx';

interface Props {
  /** Whose it is; shown, and named in each button's label. */
  name: string;
  label: string;
  link: string | null;
  /** Shows the QR code whatever was pressed: for print. */
  showQr: boolean;
  /** May also be opened here. */
  opens?: boolean;
  onNew: () => void;
}

export function KeyLink({ name, label, link, showQr, opens = false, onNew }: Props) {
  const { organise } = useText();
  const [asked, setAsked] = useState(false);
  const id = useId();
  const shown = link !== null && (asked || showQr);
  return (
    <li className={styles.link}>
      <h3 className={styles.name}>{name}</h3>
      {link === null ? (
        <div className={styles.actions}>
          <p className="hint">{organise.secretUnknown}</p>
          <button type="button" className="button" aria-label={organise.newLinkFor(label)} onClick={onNew}>
            {organise.newLink}
          </button>
        </div>
      ) : (
        <div className={styles.actions}>
          <CopyButton text={link} label={organise.copyLink} describe={organise.copyLinkFor(label)} />
          <button
            type="button"
            className="button"
            aria-expanded={shown}
            aria-controls={id}
            aria-label={organise.qrFor(label)}
            onClick={() => setAsked(!asked)}
          >
            <QrCodeSign size={18} aria-hidden="true" />
            {organise.qr}
          </button>
          {opens && (
            <a
              className="button"
              href={link}
              target="_blank"
              rel="noopener noreferrer"
              aria-label={organise.openFor(label)}
            >
              {organise.open}
            </a>
          )}
        </div>
      )}
      <div id={id} hidden={!shown} className={styles.qr}>
        {shown && <LazyQr value={link} label={organise.qrFor(label)} />}
      </div>
    </li>
  );
}
