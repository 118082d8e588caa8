/** Finds the programs that open our files in tests (LibreOffice, poppler), or brings Debian's where the machine lets us. */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const PROGRAMS = ['soffice', 'pdftotext', 'pdfinfo'] as const;
const PACKAGES = [
  'libreoffice-writer-nogui',
  'libreoffice-impress-nogui',
  'libreoffice-calc-nogui',
  'poppler-utils',
];

/** Whether all of them are here. */
export function hasOfficePrograms(): boolean {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return PROGRAMS.every((name) => folders.some((folder) => existsSync(join(folder, name))));
}

/** Installs them where they are missing. @returns whether they are here now */
export function bringOfficePrograms(say: (line: string) => void): boolean {
  if (hasOfficePrograms()) return true;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  say('No LibreOffice or poppler here: installing Debian’s (a few minutes) …');
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  return (
    apt('update', '-qq') &&
    apt('install', '-y', '-qq', '--no-install-recommends', ...PACKAGES) &&
    hasOfficePrograms()
  );
}
