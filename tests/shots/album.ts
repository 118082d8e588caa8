/** The album: one plain page beside the pictures, to leaf through and to choose by view, size, notes, look and language. */

import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allShots, FACETS, nameOf } from './views.ts';

/** Writes `index.html` for all pictures that lie in the folder. */
export function writeAlbum(folder: string): void {
  const there = new Set(readdirSync(folder));
  const pictures = allShots()
    .filter((shot) => there.has(`${nameOf(shot)}.png`))
    .map((shot) => ({
      name: nameOf(shot),
      ...Object.fromEntries(
        Object.entries(FACETS).map(([facet, read]) => [
          facet,
          facet === 'notes' && shot.view.notes.length === 1 ? '–' : read(shot),
        ]),
      ),
    }));
  const data = JSON.stringify({ pictures, facets: Object.keys(FACETS) }).replaceAll('<', '\\u003c');
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Vandrehallen in pictures</title>
<style>${STYLE}</style>
<form id="choice"></form>
<p id="count" role="status"></p>
<main id="sheet"></main>
<dialog id="large"><p></p><img alt=""></dialog>
<script type="application/json" id="data">${data}</script>
<script>${NAMED}(${leaf.toString()})();</script>
</html>
`,
  );
}

/** The loader that runs this file gives functions their names by it, also in the text of one. */
const NAMED = 'globalThis.__name = (named) => named;';

const STYLE = `
:root { color-scheme: light dark; font: 15px system-ui, sans-serif; }
body { margin: 0; background: #8a8a8a; color: #111; }
form { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 8px 20px; padding: 10px 14px; background: #ddd; }
form label { display: flex; gap: 6px; align-items: center; }
#count { margin: 8px 14px; }
#sheet { display: flex; flex-wrap: wrap; gap: 14px; padding: 0 14px 14px; align-items: start; }
#sheet button { border: 0; padding: 0; background: none; font: inherit; font-size: 12px; text-align: start; cursor: zoom-in; }
#sheet img { display: block; height: 300px; background: #fff; }
dialog { max-width: none; max-height: none; margin: auto; border: 0; padding: 0 8px 8px; background: #222; color: #eee; }
dialog img { display: block; max-width: 97vw; max-height: 92vh; }
dialog p { margin: 6px 0; }
`;

/** Runs in the album's page: choices above, pictures below, and one at a time with the arrow keys. */
function leaf(): void {
  const { pictures, facets } = JSON.parse(document.querySelector('#data')!.textContent!) as {
    pictures: Record<string, string>[];
    facets: string[];
  };
  const form = document.querySelector<HTMLFormElement>('#choice')!;
  const sheet = document.querySelector('#sheet')!;
  const large = document.querySelector<HTMLDialogElement>('#large')!;
  let shown: Record<string, string>[] = [];
  let at = 0;
  for (const facet of facets) {
    const label = document.createElement('label');
    const select = document.createElement('select');
    select.name = facet;
    select.append(new Option('all', ''));
    for (const value of new Set(pictures.map((picture) => picture[facet]!))) {
      select.append(new Option(value, value));
    }
    label.append(facet, select);
    form.append(label);
  }
  const open = (index: number) => {
    at = (index + shown.length) % shown.length;
    const { name } = shown[at]!;
    large.querySelector('p')!.textContent = `${at + 1}/${shown.length}  ${name}  (← →)`;
    large.querySelector('img')!.src = `${name}.png`;
    if (!large.open) large.showModal();
  };
  const show = () => {
    const chosen = [...new FormData(form)].filter(([, value]) => value !== '');
    shown = pictures.filter((picture) => chosen.every(([facet, value]) => picture[facet] === value));
    document.querySelector('#count')!.textContent = `${shown.length} of ${pictures.length}`;
    sheet.replaceChildren(
      ...shown.map(({ name }, index) => {
        const button = document.createElement('button');
        const image = document.createElement('img');
        image.loading = 'lazy';
        image.src = `${name}.png`;
        image.alt = '';
        button.append(image, name!);
        button.addEventListener('click', () => open(index));
        return button;
      }),
    );
  };
  form.addEventListener('change', show);
  large.addEventListener('click', () => large.close());
  large.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowRight') open(at + 1);
    if (key === 'ArrowLeft') open(at - 1);
  });
  show();
}
