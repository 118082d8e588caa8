/** What the organiser takes home: the report and the hall as files, walls as pictures, and the hall as a template. */

import Download from 'lucide-react/icons/download';
import FileText from 'lucide-react/icons/file-text';
import { useId } from 'react';
import type { HallId } from '../../shared/domain/ids.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { templatePath } from '../sync/organising.ts';
import { type FileKind, filePath } from '../sync/takingHome.ts';
import { useText } from '../text/index.ts';
import styles from './Take.module.css';
import { useMadeFile } from './useMadeFile.ts';
import { WallPicture } from './WallPicture.tsx';

const REPORT: readonly FileKind[] = ['pdf', 'docx', 'pptx'];
const DATA: readonly FileKind[] = ['csv', 'measures', 'md', 'json'];

export function Take({ hall }: { hall: HallId }) {
  const { run } = useText();
  const words = run.take;
  const { making, make } = useMadeFile(hall);
  const bar = useId();
  const busy = making?.state === 'making';

  const buttons = (kinds: readonly FileKind[]) => (
    <div className="row">
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          className="button"
          disabled={busy}
          onClick={() => void make(kind, words.files[kind])}
        >
          <Download size={18} aria-hidden="true" />
          {words.files[kind]}
        </button>
      ))}
    </div>
  );
  return (
    <>
      <p className={styles.soft}>{words.lead}</p>
      {buttons(REPORT)}
      {buttons(DATA)}
      {busy && (
        <div className={styles.making}>
          <label htmlFor={bar}>{words.making(words.files[making.kind])}</label>
          <progress id={bar} max={1} {...(making.done > 0 ? { value: making.done } : {})} />
        </div>
      )}
      {making?.state === 'done' && (
        <p>
          <a href={filePath(hall, making.id)} download>
            {words.again(words.files[making.kind])}
          </a>
        </p>
      )}
      <FaultLine
        text={making?.state === 'failed' ? `${words.failed(words.files[making.kind])} ${making.why}` : null}
      />
      <p className={styles.soft}>{words.jsonHint}</p>
      <WallPicture hall={hall} />
      <p className={styles.soft}>{run.template.saveHint}</p>
      <div className="row">
        <a className="button" href={templatePath(hall)} download>
          <FileText size={18} aria-hidden="true" />
          {run.template.save}
        </a>
      </div>
    </>
  );
}
