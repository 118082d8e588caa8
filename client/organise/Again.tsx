/** This year's hall, made from the last one's stations and settings: a name, a press, and links that are shown once. */

import { type FormEvent, useState } from 'react';
import { HALL_TITLE_MAX } from '../../shared/domain/hall.ts';
import { paths } from '../../shared/domain/links.ts';
import type { HallState } from '../../shared/protocol/hallEvents.ts';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { FaultLine } from '../parts/FaultLine.tsx';
import { LineField } from '../parts/LineField.tsx';
import { navigate } from '../router.ts';
import { announce } from '../state/announcer.ts';
import { rememberCreated } from '../state/hallLinks.ts';
import { copyHall } from '../sync/past.ts';
import { openSession } from '../sync/session.ts';
import { useText } from '../text/index.ts';
import styles from './Form.module.css';

export function Again({ hall }: { hall: HallState }) {
  const { past, faults } = useText();
  const words = past.again;
  const [title, setTitle] = useState('');
  const [createKey, setCreateKey] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [made, setMade] = useState<{ created: CreatedHall; kept: boolean } | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (!title.trim()) return setFault(words.need);
    setBusy(true);
    setFault(null);
    const key = createKey?.trim();
    const outcome = await copyHall(hall.id, { title: title.trim(), ...(key && { createKey: key }) });
    setBusy(false);
    if (!outcome.ok) {
      const { code } = outcome.error;
      if (code === 'create_key_required') setCreateKey(createKey ?? '');
      return setFault(`${words.failed} ${faults[code] ?? faults.unknown}`);
    }
    const kept = rememberCreated(outcome.data);
    announce(words.made(outcome.data.hall.title));
    setMade({ created: outcome.data, kept });
  };
  if (made) return <Made created={made.created} kept={made.kept} />;
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className="hint">{words.lead}</p>
      <LineField label={words.name} value={title} onChange={setTitle} max={HALL_TITLE_MAX} />
      {createKey !== null && <LineField secret label={words.key} value={createKey} onChange={setCreateKey} />}
      <FaultLine text={fault} />
      <div>
        <button type="submit" className="button primary" disabled={busy}>
          {busy ? words.busy : words.button}
        </button>
      </div>
    </form>
  );
}

/** The new hall's links, as they are shown this once. */
function Made({ created: { hall, keys, links }, kept }: { created: CreatedHall; kept: boolean }) {
  const { past, start } = useText();
  const words = past.again;
  const rows = [
    [words.organiser, links.organiser],
    [words.join, links.join],
    ...hall.stations.map(({ id, title }) => [words.host(title), links.host[id]]),
    ...hall.stations.map(({ id, title }) => [words.wall(title), links.wall[id]]),
  ];
  const open = async () => {
    const session = await openSession({ key: keys.organiser });
    // Without a session the key opens the door from the address.
    navigate(paths.organise(hall.id, session.ok ? undefined : keys.organiser));
  };
  return (
    <div className={styles.form}>
      <p>{words.made(hall.title)}</p>
      {kept ? <p className="hint">{words.keep}</p> : <FaultLine text={start.notKept} />}
      <div className="row">
        <button type="button" className="button primary" onClick={() => void open()}>
          {words.open}
        </button>
        <CopyButton
          text={[hall.title, ...rows.map(([name, link]) => `${name}: ${link}`)].join('\n')}
          label={words.copy}
        />
      </div>
    </div>
  );
}
