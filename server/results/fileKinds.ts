/**
 * Whether a file is what its name says: by the end of its name, its first bytes, and for office files the names of the
 * parts within, which lie uncompressed in a zip. Nothing is unpacked.
 */

import { cleanLine, isBlank } from '../../shared/domain/note.ts';
import { FILE_KINDS, FILE_NAME_MAX, type FileKind } from '../../shared/domain/results.ts';
import { FaultError } from '../fault.ts';

/** What each kind is sent as. Always as an attachment: nothing of it is shown or run in a page of ours. */
export const CONTENT_TYPES: Record<FileKind, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  txt: 'text/plain',
  csv: 'text/csv',
};

const ZIP = 'PK\u0003\u0004';
/** Of each office kind: a part that it can't be without. */
const PARTS: Partial<Record<FileKind, string>> = {
  docx: 'word/document.xml',
  pptx: 'ppt/presentation.xml',
  xlsx: 'xl/workbook.xml',
  odt: 'mimetypeapplication/vnd.oasis.opendocument.text',
};
/** Macros have no place in a file that strangers fetch. */
const MACROS = ['vbaProject.bin', 'Basic/Standard'];
const LONGEST_PART = 50;

/** The name as it may be shown and saved, and the kind that it claims. @throws {FaultError} malformed, unsupported */
export function readFileName(asked: string): { name: string; kind: FileKind } {
  const name = cleanLine(asked)
    .replace(/\p{Cf}/gu, '')
    .replace(/[<>:"/\\|?*]/g, '_')
    .replace(/^[.\s]+/, '');
  const dot = name.lastIndexOf('.');
  const end = name.slice(dot + 1).toLowerCase();
  const kind = FILE_KINDS.find((one) => one === (end === 'jpeg' ? 'jpg' : end));
  if (dot < 1 || isBlank(name.slice(0, dot)) || !kind) {
    throw new FaultError('malformed', `the file is none of ${FILE_KINDS.join(', ')}`, 'name');
  }
  if (name.length <= FILE_NAME_MAX) return { name, kind };
  // Not within a letter: half of one can stand in no header.
  const start = name.slice(0, FILE_NAME_MAX - end.length - 2).replace(/[\uD800-\uDBFF]$/, '');
  return { name: `${start}….${end}`, kind };
}

/** Looks at a file as it comes, piece by piece. */
export class KindCheck {
  readonly #kind: FileKind;
  #begun = false;
  #found: boolean;
  /** The end of the last piece: a name may lie across two. */
  #tail = '';

  constructor(kind: FileKind) {
    this.#kind = kind;
    this.#found = PARTS[kind] === undefined;
  }

  /** The next bytes; the first must be at least 16, or all. @throws {FaultError} malformed, field `file` */
  take(bytes: Uint8Array): void {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    if (!this.#begun && !beginsAs(this.#kind, text)) throw notThat();
    this.#begun = true;
    if (this.#kind === 'txt' || this.#kind === 'csv') {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what text has not
      if (/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/.test(text)) throw notThat();
      return;
    }
    const part = PARTS[this.#kind];
    if (part === undefined) return;
    const seen = this.#tail + text;
    if (MACROS.some((name) => seen.includes(name)))
      throw new FaultError('malformed', 'files with macros are not taken', 'file');
    this.#found ||= seen.includes(part);
    this.#tail = seen.slice(-LONGEST_PART);
  }

  /** All has come. @throws {FaultError} malformed */
  end(): void {
    if (!this.#found) throw notThat();
  }
}

function beginsAs(kind: FileKind, text: string): boolean {
  switch (kind) {
    case 'pdf':
      return text.startsWith('%PDF-');
    case 'png':
      return text.startsWith('\u0089PNG\r\n\u001A\n');
    case 'jpg':
      return text.startsWith('\u00FF\u00D8\u00FF');
    case 'webp':
      return text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP';
    case 'txt':
    case 'csv':
      return !text.startsWith('%PDF-');
    default:
      return text.startsWith(ZIP);
  }
}

const notThat = () => new FaultError('malformed', 'what is in the file is not what its name says', 'file');

/** The header that gives a file its name: for old readers in ASCII, for all others as it is (RFC 5987). */
export function attachment(name: string): string {
  const plain = name.replace(/[^\u0020-\u007E]|["\\%]/g, '_');
  const whole = encodeURIComponent(name).replace(
    /['()*!]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
