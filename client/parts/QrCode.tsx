/** A link as a QR code, drawn as one path. Always dark on white, with its quiet zone: cameras want that in the dark too. */

import { create } from 'qrcode';
import { useMemo } from 'react';
import styles from './QrCode.module.css';

/** Modules of white around the code that scanners need. */
const QUIET = 4;

interface Props {
  value: string;
  /** What scanning it leads to, for those who don't see it. */
  label: string;
  className?: string | undefined;
}

export default function QrCode({ value, label, className = '' }: Props) {
  const { path, size } = useMemo(() => draw(value), [value]);
  return (
    <svg
      className={`${styles.code} ${className}`}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** All dark modules as runs of one path: one node, however large the code. */
function draw(value: string): { path: string; size: number } {
  const { modules } = create(value, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) {
      if (!modules.get(y, x)) continue;
      const from = x;
      while (x + 1 < modules.size && modules.get(y, x + 1)) x++;
      path += `M${from + QUIET} ${y + QUIET}h${x - from + 1}v1h-${x - from + 1}z`;
    }
  }
  return { path, size: modules.size + QUIET * 2 };
}
