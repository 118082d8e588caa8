/** Files for everybody to fetch from the results page, sent one after the other with how far each has come. */

import { useId, useState } from 'react';
import type { HallId } from '../../shared/domain/ids.ts';
import { FILE_BYTES_MAX, FILE_KINDS, type PageFile } from '../../shared/domain/results.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { TwoStep } from '../parts/TwoStep.tsx';
import { announce } from '../state/announcer.ts';
import { removeFile, sendFile } from '../sync/results.ts';
import { type Text, useText } from '../text/index.ts';
import styles from './Publish.module.css';
import { useDeed } from './useDeed.ts';

interface Props {
  hall: HallId;
  files: readonly PageFile[];
  onChange: () => Promise<void>;
}

const ACCEPT = [...FILE_KINDS, 'jpeg'].map((kind) => `.${kind}`).join(',');

export function PublishFiles({ hall, files, onChange }: Props) {
  const { page } = useText();
  const words = page.publish;
  const id = useId();
  const deed = useDeed();
  const [going, setGoing] = useState<{ name: string; part: number } | null>(null);
  const [faults, setFaults] = useState<string[]>([]);

  const send = async (chosen: readonly File[]) => {
    const wrong: string[] = [];
    for (const file of chosen) {
      const { name } = file;
      if (file.size > FILE_BYTES_MAX) {
        wrong.push(words.largeFile(name));
        continue;
      }
      setGoing({ name, part: 0 });
      const outcome = await sendFile(hall, file, (part) => setGoing({ name, part }));
      if (outcome.ok) announce(words.sent(name));
      else wrong.push(faultOf(outcome.error.code, name, words));
      await onChange();
    }
    setGoing(null);
    setFaults(wrong);
  };
  const remove = async (file: string) => {
    if (await deed.run(() => removeFile(hall, file), words.changeFailed)) await onChange();
  };

  return (
    <div className={styles.part}>
      <h3>{words.files}</h3>
      <p className={styles.soft}>{words.filesHint}</p>
      <div>
        <input
          id={id}
          className={`sr-only ${styles.picked}`}
          type="file"
          multiple
          accept={ACCEPT}
          disabled={going !== null}
          onChange={({ target }) => {
            void send([...(target.files ?? [])]);
            target.value = '';
          }}
        />
        <label className={`button ${styles.pick}`} htmlFor={id}>
          {words.filesPick}
        </label>
      </div>
      {going && (
        <div>
          <p>{words.sending(going.name, Math.round(going.part * 100))}</p>
          <progress className={styles.progress} value={going.part} aria-label={going.name} />
        </div>
      )}
      <FaultLine text={deed.fault ?? (faults.length > 0 ? faults.join(' ') : null)} />
      {files.length === 0 ? (
        <p className="hint">{words.filesNone}</p>
      ) : (
        <ul className={styles.list}>
          {files.map((file) => (
            <li key={file.id} className={styles.item}>
              <p className={styles.what}>
                {file.name} <span className="hint">{page.files.size(file.size)}</span>
              </p>
              <TwoStep
                label={words.remove}
                describe={words.removeFile(file.name)}
                question={words.removeFileQuestion}
                confirm={words.removeFile(file.name)}
                danger
                onConfirm={() => void remove(file.id)}
                disabled={deed.busy}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function faultOf(code: string, name: string, words: Text['page']['publish']): string {
  if (code === 'malformed' || code === 'empty') return words.badFile(name);
  if (code === 'too_long') return words.largeFile(name);
  return code === 'station_full' ? words.fullFiles(name) : words.fileFailed(name);
}
