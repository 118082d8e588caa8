/** Copies a text and says so on itself; where copying is not allowed, shows the text marked, to be copied by hand. */

import Copy from 'lucide-react/icons/copy';
import { useState } from 'react';
import { useText } from '../text/index.ts';
import { copyText } from './copyText.ts';

interface Props {
  text: string;
  label: string;
  /** For screen readers, where the label alone does not say what is copied. */
  describe?: string;
  className?: string;
}

export function CopyButton({ text, label, describe, className = '' }: Props) {
  const { act } = useText();
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'by-hand'>('none');
  const copy = async () => {
    const copied = await copyText(text);
    setOutcome(copied ? 'copied' : 'by-hand');
  };
  if (outcome === 'by-hand') {
    return (
      <textarea
        className="input"
        readOnly
        rows={2}
        aria-label={act.cannotCopy}
        value={text}
        ref={(area) => area?.select()}
      />
    );
  }
  return (
    <button
      type="button"
      className={`button ${className}`}
      aria-label={outcome === 'copied' ? undefined : describe}
      onClick={() => void copy()}
      onBlur={() => setOutcome('none')}
    >
      <Copy size={18} aria-hidden="true" />
      <span aria-live="polite">{outcome === 'copied' ? act.copied : label}</span>
    </button>
  );
}
