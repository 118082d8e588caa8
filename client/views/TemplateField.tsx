/** Choosing a file to begin from, a template or a whole hall: what it holds is told, or what is wrong with it. */

import { useId } from 'react';
import type { TemplateFile } from '../organise/templateFile.ts';
import { readTemplateFile } from '../organise/templateFile.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { useText } from '../text/index.ts';

interface Props {
  file: TemplateFile | null;
  onFile: (file: TemplateFile) => void;
}

export function TemplateField({ file, onFile }: Props) {
  const { template } = useText().run;
  const id = useId();
  const read = async (chosen: File | undefined) => {
    // The dialog was closed: what was chosen before stays.
    if (chosen) onFile(await readTemplateFile(chosen));
  };
  const told = (chosen: TemplateFile & { ok: true }) =>
    chosen.kind === 'hall'
      ? template.readHall(chosen.name, chosen.stations, chosen.notes, chosen.measures)
      : template.read(chosen.name, chosen.stations);
  return (
    <div>
      <label className="label" htmlFor={id}>
        {template.file}
      </label>
      <input
        id={id}
        className="input"
        type="file"
        accept=".json,application/json"
        aria-describedby={`${id}hint`}
        onChange={(event) => void read(event.target.files?.[0])}
      />
      <p className="hint" id={`${id}hint`} aria-live="polite">
        {file?.ok ? told(file) : template.fileHint}
      </p>
      <FaultLine text={file && !file.ok ? template[file.why](file.name) : null} />
    </div>
  );
}
