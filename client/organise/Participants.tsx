/** What participants may pick when they join, and how many notes each may have: lists to type or paste, saved together. */

import { type FormEvent, useId, useState } from 'react';
import type { HallSettings } from '../../shared/domain/hall.ts';
import type { HallState } from '../../shared/protocol/hallEvents.ts';
import { announce } from '../state/announcer.ts';
import { useText } from '../text/index.ts';
import { readOrganisations, readRoles, writeOrganisations } from './choiceLists.ts';
import form from './Form.module.css';
import styles from './Rounds.module.css';
import { SaveRow } from './SaveRow.tsx';
import { useAsking } from './useAsking.ts';

interface Draft {
  organisations: string;
  roles: string;
  notesPerPerson: string;
}

const draftOf = ({ organisations, roles, notesPerPerson }: HallSettings): Draft => ({
  organisations: writeOrganisations(organisations),
  roles: roles.join('\n'),
  notesPerPerson: String(notesPerPerson),
});

const PER_PERSON_MAX = 5_000;

export function Participants({ hall }: { hall: HallState }) {
  const { run } = useText();
  const words = run.people;
  /** Null: as the hall has them. What was typed stays, whatever the hall tells meanwhile. */
  const [typed, setTyped] = useState<Draft | null>(null);
  const asking = useAsking();
  const ids = useId();
  const asTold = draftOf(hall.settings);
  const draft = typed ?? asTold;
  const organisations = readOrganisations(draft.organisations);
  const roles = readRoles(draft.roles);
  const notesPerPerson = Number(draft.notesPerPerson);
  const unsaved = typed !== null && JSON.stringify(typed) !== JSON.stringify(asTold);

  const type = (change: Partial<Draft>) => {
    asking.setFault(null);
    setTyped({ ...draft, ...change });
  };
  const wrong = () => {
    const [long] = [...organisations.tooLong, ...roles.tooLong];
    if (long) return words.tooLong(long);
    if (organisations.over > 0) return words.tooManyOrganisations(organisations.over);
    if (roles.over > 0) return words.tooManyRoles(roles.over);
    const counts =
      Number.isInteger(notesPerPerson) && notesPerPerson >= 1 && notesPerPerson <= PER_PERSON_MAX;
    return counts ? null : words.perPersonWrong;
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (asking.busy) return;
    const fault = wrong();
    if (fault) return asking.setFault(fault);
    const settings = { organisations: organisations.items, roles: roles.items, notesPerPerson };
    if (!(await asking.ask('hall:set', settings, words.failed))) return;
    // As the server has them now: sorted out, with duplicates merged.
    setTyped(draftOf({ ...hall.settings, ...settings }));
    announce(words.savedLists);
  };

  return (
    <form className={form.form} onSubmit={save} noValidate>
      <p className={styles.soft}>{words.lead}</p>
      <div className={form.pair}>
        <div>
          <label className="label" htmlFor={`${ids}organisations`}>
            {words.organisations}
          </label>
          <textarea
            id={`${ids}organisations`}
            className={`input ${form.area} ${form.list}`}
            rows={6}
            value={draft.organisations}
            spellCheck={false}
            aria-describedby={`${ids}organisations-hint ${ids}organisations-count`}
            onChange={(event) => type({ organisations: event.target.value })}
          />
          <p className="hint" id={`${ids}organisations-hint`}>
            {words.organisationsHint}
          </p>
          <p className={form.count} id={`${ids}organisations-count`}>
            {words.organisationsCount(organisations.items.length)}
            {organisations.merged > 0 && ` · ${words.merged(organisations.merged)}`}
          </p>
        </div>
        <div>
          <label className="label" htmlFor={`${ids}roles`}>
            {words.roles}
          </label>
          <textarea
            id={`${ids}roles`}
            className={`input ${form.area} ${form.list}`}
            rows={6}
            value={draft.roles}
            spellCheck={false}
            aria-describedby={`${ids}roles-hint ${ids}roles-count`}
            onChange={(event) => type({ roles: event.target.value })}
          />
          <p className="hint" id={`${ids}roles-hint`}>
            {words.rolesHint}
          </p>
          <p className={form.count} id={`${ids}roles-count`}>
            {words.rolesCount(roles.items.length)}
            {roles.merged > 0 && ` · ${words.merged(roles.merged)}`}
          </p>
        </div>
      </div>
      <div>
        <label className="label" htmlFor={`${ids}per-person`}>
          {words.perPerson}
        </label>
        <input
          id={`${ids}per-person`}
          className={`input ${form.number}`}
          inputMode="numeric"
          autoComplete="off"
          value={draft.notesPerPerson}
          aria-describedby={`${ids}per-person-hint`}
          onChange={(event) => type({ notesPerPerson: event.target.value.replace(/\s/g, '') })}
        />
        <p className="hint" id={`${ids}per-person-hint`}>
          {words.perPersonHint}
        </p>
      </div>
      <SaveRow
        save={words.save}
        unsaved={unsaved}
        busy={asking.busy}
        fault={asking.fault}
        onDrop={() => setTyped(null)}
      />
    </form>
  );
}
