/** Notes of elsewhere brought to a station: a file or pasted lines, looked at first, hung, and taken down by one press. */

import { useId, useRef, useState } from 'react';
import { randomText } from '../../shared/domain/ids.ts';
import type { StationState } from '../../shared/protocol/hallEvents.ts';
import type { BringPreview } from '../../shared/protocol/rest.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { announce } from '../state/announcer.ts';
import { useHallStore } from '../state/hallStore.ts';
import type { AnyFaultCode } from '../sync/fault.ts';
import { type Brought, bringNotes, previewNotes, takeNotesBack } from '../sync/takingHome.ts';
import { useText } from '../text/index.ts';
import { readBroughtFile } from './broughtFile.ts';
import form from './Form.module.css';
import { faultWords } from './useAsking.ts';

/** What was looked at: a press of its own, so that a lost answer is asked for again and hangs nothing twice. */
interface Looked {
  press: string;
  brought: Brought;
  preview: BringPreview;
}

export function BringNotes({ station }: { station: StationState }) {
  const { run } = useText();
  const words = run.bring;
  const hall = useHallStore((shown) => shown.hall?.id);
  const as = useHallStore((shown) => shown.you?.role);
  const [open, setOpen] = useState(false);
  const [looked, setLooked] = useState<Looked | null>(null);
  const [hung, setHung] = useState<{ press: string; notes: number } | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (!hall || !as) return null;
  const to = { hall, station: station.id, as };

  const close = () => {
    setOpen(false);
    setLooked(null);
    setFault(null);
    requestAnimationFrame(() => button.current?.focus());
  };
  const refuse = (code: AnyFaultCode, what: string) => {
    const own: Partial<Record<AnyFaultCode, string>> = {
      station_full: words.full,
      taken: words.touched,
      too_long: words.tooLarge,
    };
    setFault(`${what} ${own[code] ?? faultWords(code)}`);
  };
  const inTurn = async (deed: () => Promise<void>) => {
    setFault(null);
    setBusy(true);
    await deed();
    setBusy(false);
  };

  const look = (brought: Brought) =>
    inTurn(async () => {
      const press = randomText(20);
      const outcome = await previewNotes(to, press, brought);
      if (!outcome.ok) return refuse(outcome.error.code, words.failed);
      setLooked({ press, brought, preview: outcome.data });
      const { notes, groups } = outcome.data;
      announce(notes === 0 ? words.none : words.found(notes, groups));
    });
  const hang = ({ press, brought }: Looked) =>
    inTurn(async () => {
      const outcome = await bringNotes(to, press, brought);
      if (!outcome.ok) return refuse(outcome.error.code, words.failed);
      setHung({ press, notes: outcome.data.notes });
      announce(words.hung(outcome.data.notes, station.title));
      close();
    });
  const takeBack = (press: string) =>
    inTurn(async () => {
      const outcome = await takeNotesBack(to, press);
      if (!outcome.ok) return refuse(outcome.error.code, words.undoFailed);
      setHung(null);
      announce(words.undone);
      button.current?.focus();
    });

  return (
    <div className="stack">
      {open ? (
        <section className={form.form} aria-label={words.openOf(station.title)}>
          <p className="hint">{words.lead}</p>
          {looked ? (
            <Preview preview={looked.preview} />
          ) : (
            <Choose busy={busy} onFault={setFault} onLook={(brought) => void look(brought)} />
          )}
          <div className="row">
            {looked && looked.preview.notes > 0 && (
              <button
                type="button"
                className="button primary"
                disabled={busy}
                onClick={() => void hang(looked)}
              >
                {words.hang(looked.preview.notes)}
              </button>
            )}
            <button type="button" className="button" onClick={close}>
              {words.cancel}
            </button>
          </div>
        </section>
      ) : (
        <div className="row">
          <button
            ref={button}
            type="button"
            className="button"
            aria-label={words.openOf(station.title)}
            onClick={() => setOpen(true)}
          >
            {words.open}
          </button>
          {hung && (
            <>
              <span>{words.hung(hung.notes, station.title)}</span>
              <button
                type="button"
                className="button"
                disabled={busy}
                onClick={() => void takeBack(hung.press)}
              >
                {words.undo}
              </button>
            </>
          )}
        </div>
      )}
      <FaultLine text={fault} />
    </div>
  );
}

interface ChooseProps {
  busy: boolean;
  onFault: (fault: string | null) => void;
  onLook: (brought: Brought) => void;
}

function Choose({ busy, onFault, onLook }: ChooseProps) {
  const { run } = useText();
  const words = run.bring;
  const [pasted, setPasted] = useState('');
  const id = useId();
  const read = async (file: File | undefined) => {
    if (!file) return;
    const outcome = await readBroughtFile(file);
    if (outcome.ok) onLook({ csv: outcome.csv });
    else onFault(words[outcome.why]);
  };
  return (
    <>
      <div>
        <label className="label" htmlFor={`${id}file`}>
          {words.file}
        </label>
        <input
          id={`${id}file`}
          className="input"
          type="file"
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          disabled={busy}
          onChange={(event) => void read(event.target.files?.[0])}
        />
      </div>
      <div>
        <label className="label" htmlFor={`${id}lines`}>
          {words.paste}
        </label>
        <textarea
          id={`${id}lines`}
          className={`input ${form.area} ${form.list}`}
          aria-describedby={`${id}hint`}
          value={pasted}
          onChange={(event) => setPasted(event.target.value)}
        />
        <p className="hint" id={`${id}hint`}>
          {words.pasteHint}
        </p>
      </div>
      <div className="row">
        <button
          type="button"
          className="button"
          disabled={busy}
          onClick={() => (pasted.trim() ? onLook({ lines: pasted.split('\n') }) : onFault(words.nothing))}
        >
          {words.look}
        </button>
      </div>
    </>
  );
}

function Preview({ preview: { from, notes, groups, passed, shown } }: { preview: BringPreview }) {
  const { run } = useText();
  const words = run.bring;
  return (
    <>
      <p>
        <strong>{notes === 0 ? words.none : words.found(notes, groups)}</strong> {words.sources[from]}
      </p>
      {passed.length > 0 && (
        <ul className={form.items}>
          {passed.map(({ why, count, rows }) => (
            <li key={why}>{words.passed[why](count, rows.join(', '))}</li>
          ))}
        </ul>
      )}
      {shown.length > 0 && (
        <>
          <p className="hint">{words.first}</p>
          <ul className={form.items}>
            {shown.map(({ text, group }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a picture of a file that doesn't change, and lines may be alike
              <li key={index}>
                {group && <strong>{group}: </strong>}
                {text}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
