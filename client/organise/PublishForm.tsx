/** What of the hall is published, and where; looked at first, published, published anew, withdrawn. */

import { useId, useState } from 'react';
import type { HallId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import {
  FOREWORD_MAX,
  PAGE_PARTS,
  PAGE_SLUG,
  type PagePart,
  type PublishState,
  type ResultsPage,
} from '../../shared/domain/results.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { FaultLine } from '../parts/FaultLine.tsx';
import { TwoStep } from '../parts/TwoStep.tsx';
import { WarningBox } from '../parts/WarningBox.tsx';
import { announce } from '../state/announcer.ts';
import { type Choice, previewPage, publishPage, withdrawPage } from '../sync/results.ts';
import { useLocale, useText } from '../text/index.ts';
import form from './Form.module.css';
import { moment } from './moments.ts';
import styles from './Publish.module.css';
import { PublishPreview } from './PublishPreview.tsx';
import { useDeed } from './useDeed.ts';

interface Props {
  hall: HallId;
  state: PublishState;
  onChange: () => Promise<void>;
}

export function PublishForm({ hall, state, onChange }: Props) {
  const words = useText().page.publish;
  const locale = useLocale();
  const id = useId();
  const deed = useDeed();
  const { published } = state;
  const [parts, setParts] = useState<readonly PagePart[]>(state.parts.length > 0 ? state.parts : PAGE_PARTS);
  const [foreword, setForeword] = useState(state.foreword);
  const [own, setOwn] = useState(state.slug !== '');
  const [slug, setSlug] = useState(state.slug);
  const [preview, setPreview] = useState<ResultsPage | null>(null);

  const chosen = (): Choice | null => {
    const wanted = PAGE_PARTS.filter(
      (part) => parts.includes(part) && (part !== 'signup' || parts.includes('plan')),
    );
    const fault = wanted.length === 0 ? words.noPart : own && !PAGE_SLUG.test(slug) ? words.badSlug : null;
    deed.setFault(fault);
    if (fault) return null;
    return { parts: wanted, foreword, address: own ? { kind: 'public', slug } : { kind: 'secret' } };
  };
  const look = async () => {
    const choice = chosen();
    const page = choice && (await deed.run(() => previewPage(hall, choice), words.loadFailed));
    if (page) setPreview(page);
  };
  const publish = async () => {
    const choice = chosen();
    if (!choice) return;
    const done = await deed.run(() => publishPage(hall, choice), words.failed, { taken: words.taken });
    if (!done) return;
    announce(words.published);
    await onChange();
  };
  const withdraw = async () => {
    if (!(await deed.run(() => withdrawPage(hall), words.changeFailed))) return;
    announce(words.withdrawn);
    await onChange();
  };

  return (
    <div className={form.form}>
      <p className={styles.soft}>{words.lead}</p>
      <div className={styles.standing} data-out={published !== null || undefined}>
        <p>
          <strong>{published ? words.isOut(moment(published.at, locale)) : words.notOut}</strong>
        </p>
        {published && (
          <>
            <p className={styles.link}>{published.link}</p>
            <div className="row">
              <CopyButton text={published.link} label={words.copy} />
              <a className="button" href={paths.results(published.address)} target="_blank" rel="noreferrer">
                {words.open}
              </a>
              <TwoStep
                danger
                label={words.withdraw}
                question={words.withdrawQuestion}
                confirm={words.withdrawConfirm}
                onConfirm={() => void withdraw()}
                disabled={deed.busy}
              />
            </div>
          </>
        )}
      </div>
      <fieldset>
        <legend className="label">{words.parts}</legend>
        {PAGE_PARTS.map((part) => (
          <label key={part} className={form.check}>
            <input
              type="checkbox"
              checked={parts.includes(part) && (part !== 'signup' || parts.includes('plan'))}
              disabled={part === 'signup' && !parts.includes('plan')}
              onChange={({ target }) =>
                setParts(target.checked ? [...parts, part] : parts.filter((one) => one !== part))
              }
            />
            {words.partNames[part]}
          </label>
        ))}
      </fieldset>
      <div>
        <label className="label" htmlFor={`${id}f`}>
          {words.foreword}
        </label>
        <textarea
          id={`${id}f`}
          className={`input ${form.area}`}
          rows={4}
          maxLength={FOREWORD_MAX}
          aria-describedby={`${id}f-hint`}
          value={foreword}
          onChange={({ target }) => setForeword(target.value)}
        />
        <p id={`${id}f-hint`} className="hint">
          {words.forewordHint}
        </p>
      </div>
      <fieldset>
        <legend className="label">{words.address}</legend>
        <label className={form.check}>
          <input type="radio" name={`${id}a`} checked={!own} onChange={() => setOwn(false)} />
          {words.secret}
        </label>
        <p className={`hint ${form.checkHint}`}>{words.secretHint}</p>
        <label className={form.check}>
          <input type="radio" name={`${id}a`} checked={own} onChange={() => setOwn(true)} />
          {words.public}
        </label>
        {own && (
          <div className={form.checkHint}>
            <label className="label" htmlFor={`${id}s`}>
              {words.slug}
            </label>
            <input
              id={`${id}s`}
              className="input"
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
              maxLength={40}
              aria-describedby={`${id}s-hint`}
              value={slug}
              onChange={({ target }) => setSlug(target.value.trim().toLowerCase())}
            />
            <p id={`${id}s-hint`} className="hint">
              {location.origin + paths.results(slug || '…')} – {words.publicHint}
            </p>
          </div>
        )}
      </fieldset>
      {state.toCheck > 0 && <WarningBox text={words.toCheck(state.toCheck)} />}
      <FaultLine text={deed.fault} />
      <div className="row">
        <button type="button" className="button" disabled={deed.busy} onClick={() => void look()}>
          {words.preview}
        </button>
        <button type="button" className="button primary" disabled={deed.busy} onClick={() => void publish()}>
          {published ? words.again : words.publish}
        </button>
      </div>
      {preview && <PublishPreview page={preview} onClose={() => setPreview(null)} />}
    </div>
  );
}
