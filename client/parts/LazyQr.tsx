/** A QR code whose drawing is fetched when the first one is shown: pads never need it. */

import { lazy, Suspense } from 'react';
import styles from './QrCode.module.css';

const QrCode = lazy(() => import('./QrCode.tsx'));

export function LazyQr(props: { value: string; label: string; className?: string }) {
  return (
    <Suspense fallback={<div className={`${styles.waiting} ${props.className ?? ''}`} />}>
      <QrCode {...props} />
    </Suspense>
  );
}
