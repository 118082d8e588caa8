/** What the organiser takes home: the notes as files, and the hall as a template for the next one. */

import Download from 'lucide-react/icons/download';
import FileText from 'lucide-react/icons/file-text';
import type { HallId } from '../../shared/domain/ids.ts';
import { exportPath, templatePath } from '../sync/organising.ts';
import { useText } from '../text/index.ts';
import styles from './Log.module.css';

const FORMATS = ['json', 'csv', 'md'] as const;

export function Take({ hall }: { hall: HallId }) {
  const { run, organise } = useText();
  return (
    <>
      <p className={styles.soft}>{run.take.lead}</p>
      <div className="row">
        {FORMATS.map((format) => (
          <a key={format} className="button" href={exportPath(hall, format, 'organiser')} download>
            <Download size={18} aria-hidden="true" />
            {organise[format]}
          </a>
        ))}
      </div>
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
