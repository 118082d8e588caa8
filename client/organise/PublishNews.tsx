/** Short news on the results page. */

import { useId, useState } from 'react';
import type { HallId } from '../../shared/domain/ids.ts';
import { NEWS_MAX, type PageNews } from '../../shared/domain/results.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { addNews, removeNews } from '../sync/results.ts';
import { useLocale, useText } from '../text/index.ts';
import form from './Form.module.css';
import { moment } from './moments.ts';
import styles from './Publish.module.css';
import { useDeed } from './useDeed.ts';

interface Props {
  hall: HallId;
  news: readonly PageNews[];
  onChange: () => Promise<void>;
}

export function PublishNews({ hall, news, onChange }: Props) {
  const words = useText().page.publish;
  const locale = useLocale();
  const id = useId();
  const deed = useDeed();
  const [text, setText] = useState('');
  const add = async (event: React.FormEvent) => {
    event.preventDefault();
    if (!text.trim()) return;
    if (!(await deed.run(() => addNews(hall, text), words.changeFailed))) return;
    setText('');
    await onChange();
  };
  const remove = async (one: string) => {
    if (await deed.run(() => removeNews(hall, one), words.changeFailed)) await onChange();
  };
  return (
    <div className={styles.part}>
      <h3>{words.news}</h3>
      <p className={styles.soft}>{words.newsHint}</p>
      <form className={form.form} onSubmit={(event) => void add(event)}>
        <div>
          <label className="label" htmlFor={id}>
            {words.newsField}
          </label>
          <textarea
            id={id}
            className={`input ${form.area}`}
            rows={2}
            maxLength={NEWS_MAX}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </div>
        <FaultLine text={deed.fault} />
        <div>
          <button type="submit" className="button" disabled={deed.busy || !text.trim()}>
            {words.newsAdd}
          </button>
        </div>
      </form>
      {news.length === 0 ? (
        <p className="hint">{words.newsNone}</p>
      ) : (
        <ul className={styles.list}>
          {news.map((one) => (
            <li key={one.id} className={styles.item}>
              <div className={styles.what}>
                <p className={styles.words}>{one.text}</p>
                <p className="hint">{moment(one.at, locale)}</p>
              </div>
              <button
                type="button"
                className="button"
                aria-label={words.removeNews(moment(one.at, locale))}
                disabled={deed.busy}
                onClick={() => void remove(one.id)}
              >
                {words.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
