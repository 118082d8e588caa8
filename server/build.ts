/** Builds what is missing or stale: the server with tsc, the client with Vite, and the client's files compressed. */

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'dist', 'built.json');
const SOURCES = ['client', 'server', 'shared', 'package-lock.json', 'vite.config.ts', 'tsconfig.base.json'];
/** Views with a page of their own, and whether their board's line is opened ahead. */
const PAGES = {
  board: { view: 'views/Board.tsx', ahead: true },
  outline: { view: 'views/Board.tsx', ahead: true },
  wall: { view: 'views/Wall.tsx', ahead: false },
  desk: { view: 'views/Desk.tsx', ahead: false },
};
/** Who comes for the first time reads bokmål, until the hall has told its language. */
const WORDS = 'text/rooms.nb.ts';
const COMPRESSIBLE = /\.(js|css|html|svg|json|webmanifest)$/;

/** Builds unless the last build is of these very sources. @returns whether it built */
export async function buildIfStale(say: (line: string) => void = () => {}): Promise<boolean> {
  const now = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return false;
  say('Building …');
  buildServer();
  await buildClient();
  writePages(join(root, 'dist', 'client'));
  compress(join(root, 'dist', 'client'));
  writeFileSync(stamp, now);
  return true;
}

function buildServer(): void {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsc, '-p', 'server'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the server could not be built:\n${stdout}${stderr}`);
  // What reports carry their own letters from lies beside the code that reads it.
  const fonts = join('server', 'export', 'fonts');
  cpSync(join(root, fonts), join(root, 'dist', 'node', fonts), { recursive: true });
}

async function buildClient(): Promise<void> {
  const { build } = await import('vite');
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
}

/** A file of the build in Vite's manifest. */
interface Built {
  file: string;
  css?: string[];
  imports?: string[];
}

/**
 * Writes a page for each large view, which names all that the view is made of: so it is fetched beside the first
 * script, and not after that has run. `server/http/pages.ts` gives these out.
 */
function writePages(client: string): void {
  const manifest = JSON.parse(readFileSync(join(client, '.vite', 'manifest.json'), 'utf8'));
  const page = readFileSync(join(client, 'index.html'), 'utf8');
  for (const [name, { view, ahead }] of Object.entries(PAGES)) {
    const script = ahead
      ? `    <script type="module" async crossorigin src="/${manifest['ahead.ts'].file}"></script>\n`
      : '';
    const links = linksTo([view, WORDS], manifest)
      .filter(({ file }) => !page.includes(file) && !script.includes(file))
      .map(({ rel, file }) => `    <link rel="${rel}" crossorigin href="/${file}">\n`);
    const own = page.replace(/ *<script /, `${script}$&`).replace(/ *<\/head>/, `${links.join('')}$&`);
    writeFileSync(join(client, `${name}.html`), own);
  }
}

/** What these modules are made of: styles in the order in which they would be added, those of imports first. */
function linksTo(modules: readonly string[], manifest: Record<string, Built>) {
  const links: { rel: string; file: string }[] = [];
  const seen = new Set<string>();
  const visit = (name: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    const { file, css = [], imports = [] } = manifest[name]!;
    links.push({ rel: 'modulepreload', file });
    imports.forEach(visit);
    links.push(...css.map((file) => ({ rel: 'stylesheet', file })));
  };
  modules.forEach(visit);
  return links;
}

function compress(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (!COMPRESSIBLE.test(name) || !statSync(path).isFile()) continue;
    const bytes = readFileSync(path);
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, quality));
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

/** Name, size and time of each source file. */
function fingerprint(): string {
  const lines: string[] = [];
  const note = (path: string) => {
    const { size, mtimeMs } = statSync(join(root, path));
    lines.push(`${path} ${size} ${Math.trunc(mtimeMs)}`);
  };
  for (const source of SOURCES) {
    if (!statSync(join(root, source)).isDirectory()) note(source);
    else {
      for (const name of readdirSync(join(root, source), { recursive: true, encoding: 'utf8' }).sort()) {
        if (statSync(join(root, source, name)).isFile()) note(join(source, name));
      }
    }
  }
  return lines.join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const built = await buildIfStale(console.log);
  console.log(built ? 'Built.' : 'Nothing to build.');
}
