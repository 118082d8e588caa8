/** Making a hall: a name, the stations to begin with, a language. The keys it is answered with are shown only once. */

import { type FormEvent, useState } from 'react';
import { HALL_TITLE_MAX, LOCALES, type Locale } from '../../shared/domain/hall.ts';
import { paths } from '../../shared/domain/links.ts';
import type { BuiltInTemplate } from '../../shared/domain/templates/index.ts';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import { placeInFile, type TemplateFile } from '../organise/templateFile.ts';
import { Choice } from '../parts/Choice.tsx';
import { CopyButton } from '../parts/CopyButton.tsx';
import { FaultLine } from '../parts/FaultLine.tsx';
import { LineField } from '../parts/LineField.tsx';
import { navigate } from '../router.ts';
import { announce } from '../state/announcer.ts';
import { rememberCreated } from '../state/hallLinks.ts';
import type { AnyFault } from '../sync/fault.ts';
import { createHall, importHall } from '../sync/organising.ts';
import { openSession } from '../sync/session.ts';
import { type Text, useLocale, useText } from '../text/index.ts';
import styles from './CreateHall.module.css';
import { TemplateField } from './TemplateField.tsx';

type Template = 'vandrehallen' | 'blank' | 'file';

export function CreateHall() {
  const { start, run, language, faults } = useText();
  const shownLocale = useLocale();
  const [title, setTitle] = useState('');
  const [template, setTemplate] = useState<Template>('vandrehallen');
  const [file, setFile] = useState<TemplateFile | null>(null);
  const [chosenLocale, setLocale] = useState<Locale | null>(null);
  const [createKey, setCreateKey] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  /** Made, but this browser could keep no keys: they are shown here, or they are lost. */
  const [unkept, setUnkept] = useState<CreatedHall | null>(null);
  const locale = chosenLocale ?? shownLocale;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (!title.trim()) return setFault(start.needTitle);
    if (template === 'file' && !file?.ok) return setFault(run.template.need);
    setBusy(true);
    setFault(null);
    const key = createKey?.trim();
    const named = { title: title.trim(), locale, ...(key && { createKey: key }) };
    const from = template === 'file' && file?.ok ? file : null;
    const outcome =
      from?.kind === 'hall'
        ? await importHall(from.hall, named)
        : await createHall({ template: from?.template ?? (template as BuiltInTemplate), ...named });
    if (!outcome.ok) {
      setBusy(false);
      const { code } = outcome.error;
      if (code === 'create_key_required') setCreateKey(createKey ?? '');
      return setFault(wrongInFile(outcome.error, from, run) ?? faults[code] ?? faults.unknown);
    }
    await goIn(outcome.data);
    setBusy(false);
  };

  const goIn = async (created: CreatedHall) => {
    const kept = rememberCreated(created);
    const session = await openSession({ key: created.keys.organiser });
    announce(start.created);
    if (!kept) return setUnkept(created);
    // Without a session the organiser's key opens the door from the address, as it will on any other machine.
    navigate(paths.organise(created.hall.id, session.ok ? undefined : created.keys.organiser));
  };

  if (unkept) return <Unkept created={unkept} />;
  return (
    <form className={`card ${styles.create}`} onSubmit={submit} noValidate>
      <div>
        <h2>{start.createTitle}</h2>
        <p className={styles.lead}>{start.createLead}</p>
      </div>
      <LineField
        label={start.titleLabel}
        hint={start.titleHint}
        value={title}
        onChange={setTitle}
        max={HALL_TITLE_MAX}
      />
      <Choice<Template>
        tall
        legend={start.templateLabel}
        value={template}
        onChoose={setTemplate}
        options={[
          { value: 'vandrehallen', label: start.templateStandard, hint: start.templateStandardHint },
          { value: 'blank', label: start.templateBlank, hint: start.templateBlankHint },
          { value: 'file', label: run.template.choose, hint: run.template.chooseHint },
        ]}
      />
      {template === 'file' && (
        <TemplateField
          file={file}
          onFile={(chosen) => {
            setFault(null);
            setFile(chosen);
            if (!chosen.ok || chosen.kind !== 'hall') return;
            if (!title.trim()) setTitle(chosen.title.slice(0, HALL_TITLE_MAX));
            setLocale(chosenLocale ?? chosen.locale);
          }}
        />
      )}
      <Choice<Locale>
        legend={start.localeLabel}
        value={locale}
        onChoose={setLocale}
        options={LOCALES.map((value) => ({ value, label: language[value] }))}
      />
      {createKey !== null && (
        <LineField
          secret
          label={start.createKeyLabel}
          hint={start.createKeyHint}
          value={createKey}
          onChange={setCreateKey}
        />
      )}
      <FaultLine text={fault} />
      <button type="submit" className={`button primary ${styles.submit}`} disabled={busy}>
        {busy ? start.creating : start.create}
      </button>
    </form>
  );
}

/** What the server found wrong in the file, and where; null where it is about something else. */
function wrongInFile(
  { code, field, message }: AnyFault,
  from: (TemplateFile & { ok: true }) | null,
  { template }: Text['run'],
): string | null {
  const hall = from?.kind === 'hall';
  if (hall ? code !== 'malformed' : !field?.startsWith('template')) return null;
  const place = placeInFile(field);
  return [
    hall ? template.refusedHall : template.refused,
    place && template.at(place),
    template.saidServer(message),
  ]
    .filter(Boolean)
    .join(' ');
}

function Unkept({ created: { hall, keys, links } }: { created: CreatedHall }) {
  const { start, organise } = useText();
  const hosts = hall.stations.map(({ id, title }) => `${organise.hostOf(title)}: ${links.host[id]}`);
  const walls = hall.stations.map(({ id, title }) => `${organise.wallOf(title)}: ${links.wall[id]}`);
  const all = [
    `${organise.roles.organiser}: ${links.organiser}`,
    `${organise.roles.participant}: ${links.join}`,
  ];
  return (
    <section className={`card ${styles.create}`}>
      <h2>{start.created}</h2>
      <FaultLine text={start.notKept} />
      <CopyButton text={[hall.title, ...all, ...hosts, ...walls].join('\n')} label={start.copyLinks} />
      <button
        type="button"
        className="button primary"
        onClick={() => navigate(paths.organise(hall.id, keys.organiser))}
      >
        {organise.title}
      </button>
    </section>
  );
}
