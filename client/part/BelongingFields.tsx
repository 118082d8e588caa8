/** The organisation that one may pick, by its kind, and what one is there; never required. */

import { useId } from 'react';
import type { Organisation } from '../../shared/domain/hall.ts';
import type { Belonging } from '../state/belonging.ts';
import { useText } from '../text/index.ts';

interface Props {
  organisations: readonly Organisation[];
  roles: readonly string[];
  belonging: Belonging;
  onBelonging: (belonging: Belonging) => void;
}

/** Nothing, where the hall asks for neither. */
export function BelongingFields({ organisations, roles, belonging, onBelonging }: Props) {
  const words = useText().part.belonging;
  const id = useId();
  const kinds = [...new Set(organisations.map(({ kind }) => kind))];
  const options = (names: readonly string[]) =>
    names.map((name) => (
      <option key={name} value={name}>
        {name}
      </option>
    ));
  const ofKind = (kind: string) =>
    options(organisations.filter((one) => one.kind === kind).map(({ name }) => name));
  return (
    <>
      {organisations.length > 0 && (
        <div>
          <label className="label" htmlFor={`${id}organisation`}>
            {words.organisation}
          </label>
          <select
            id={`${id}organisation`}
            className="input"
            value={belonging.organisation}
            onChange={(event) => onBelonging({ ...belonging, organisation: event.target.value })}
          >
            <option value="">{words.pick}</option>
            {kinds.map((kind) =>
              kind ? (
                <optgroup key={kind} label={kind}>
                  {ofKind(kind)}
                </optgroup>
              ) : (
                ofKind(kind)
              ),
            )}
          </select>
        </div>
      )}
      {roles.length > 0 && (
        <div>
          <label className="label" htmlFor={`${id}role`}>
            {words.role}
          </label>
          <select
            id={`${id}role`}
            className="input"
            value={belonging.personRole}
            onChange={(event) => onBelonging({ ...belonging, personRole: event.target.value })}
          >
            <option value="">{words.pick}</option>
            {options(roles)}
          </select>
        </div>
      )}
    </>
  );
}
