/** The organisation that one may pick, by its kind; never required. */

import { useId } from 'react';
import type { Organisation } from '../../shared/domain/hall.ts';
import { useText } from '../text/index.ts';

interface Props {
  organisations: readonly Organisation[];
  organisation: string;
  onOrganisation: (organisation: string) => void;
}

export function BelongingFields({ organisations, organisation, onOrganisation }: Props) {
  const { belonging } = useText().part;
  const id = useId();
  const kinds = [...new Set(organisations.map(({ kind }) => kind))];
  const options = (kind: string) =>
    organisations
      .filter((one) => one.kind === kind)
      .map(({ name }) => (
        <option key={name} value={name}>
          {name}
        </option>
      ));
  return (
    <div>
      <label className="label" htmlFor={id}>
        {belonging.organisation}
      </label>
      <select
        id={id}
        className="input"
        value={organisation}
        onChange={(event) => onOrganisation(event.target.value)}
      >
        <option value="">{belonging.pick}</option>
        {kinds.map((kind) =>
          kind ? (
            <optgroup key={kind} label={kind}>
              {options(kind)}
            </optgroup>
          ) : (
            options(kind)
          ),
        )}
      </select>
    </div>
  );
}
