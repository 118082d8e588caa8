/** A labelled field of one line, with what is to be said of it under it. */

import { useId } from 'react';

interface Props {
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
  max?: number;
  /** It is not shown while it is typed. */
  secret?: boolean;
}

export function LineField({ label, hint, value, onChange, max, secret = false }: Props) {
  const id = useId();
  return (
    <div>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="input"
        type={secret ? 'password' : 'text'}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        maxLength={max}
        autoComplete="off"
        aria-describedby={hint ? `${id}hint` : undefined}
      />
      {hint && (
        <p className="hint" id={`${id}hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
