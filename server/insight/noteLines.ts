/** Notes as lines of JSON, each checked; a fault names its line. */

export interface Line {
  id: string;
  /** The id as it was given: a number stays one. */
  given: string | number;
  text: string;
  /** Empty where the line names none. */
  station: string;
}

/** Reads all lines. With any fault, nothing should be done with the notes: none may be lost unseen. */
export function readLines(text: string): { notes: Line[]; faults: string[] } {
  const notes: Line[] = [];
  const faults: string[] = [];
  const seen = new Map<string, number>();
  text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .forEach((raw, index) => {
      if (raw.trim() === '') return;
      const line = readLine(raw);
      if (typeof line === 'string') {
        faults.push(`line ${index + 1}: ${line}`);
        return;
      }
      const before = seen.get(line.id);
      if (before !== undefined) {
        faults.push(`line ${index + 1}: the id ${JSON.stringify(line.id)} stands on line ${before} already`);
        return;
      }
      seen.set(line.id, index + 1);
      notes.push(line);
    });
  return { notes, faults };
}

/** @returns the note, or what is wrong with the line */
function readLine(raw: string): Line | string {
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    return 'not JSON';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not an object';
  const { id, text, station } = value as Record<string, unknown>;
  if (typeof id !== 'string' && typeof id !== 'number') return '"id" must be a string or a number';
  if (id === '') return '"id" is empty';
  if (typeof text !== 'string') return '"text" must be a string';
  return { id: String(id), given: id, text, station: typeof station === 'string' ? station : '' };
}
