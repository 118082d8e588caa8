/**
 * How the board is drawn, in a real browser: few notes as elements, many as pixels, and nobody sees which. On a page
 * with a board alone; what is counted does not depend on how fast the machine is.
 */

import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { NoteId } from '../../shared/domain/ids.ts';
import type { BoardPage } from '../harness/boardPage/page.ts';
import { openBrowser } from '../harness/browser.ts';
import { servePage } from '../harness/servePage.ts';

declare global {
  interface Window {
    page: BoardPage;
  }
}

const TEXTS = [
  'Ja',
  'Kort punkt',
  'Vi bør spørre elevene selv hva som skal til',
  'Rekrutteringsarbeid krever praksisveiledning – og tid',
  'Mange vet ikke at tilbudet finnes før det er for sent, og da er fristen ute for lengst; si fra tidligere på året',
  'Første linje\nAndre linje\n\nFjerde linje',
  'e-post & SMS: «stipend/lån» (også på nett) … 100 % i 2026?',
  'אנחנו צריכים יותר אנשים מוקדם יותר בשנה',
  'Sámi oahpaheaddjit ja čuđit',
  'Ord '.repeat(60).trim(),
];

let browser: Browser;
let site: Awaited<ReturnType<typeof servePage>>;
const open: BrowserContext[] = [];

beforeAll(async () => {
  site = await servePage(fileURLToPath(new URL('../harness/boardPage', import.meta.url)));
  browser = await openBrowser();
});

afterEach(async () => {
  for (const context of open.splice(0)) await context.close();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** A board of so many notes, in rows of 20, seen from its top left corner. @param script run before all others */
async function board(
  count: number,
  zoom: number,
  look: { deviceScaleFactor?: number; forcedColors?: 'active' } = {},
  script = '',
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 900, height: 700 }, ...look });
  open.push(context);
  const page = await context.newPage();
  await page.addInitScript(script);
  await page.goto(site.url);
  await page.evaluate(() => document.fonts.load('500 16px "Atkinson Hyperlegible Next"'));
  await page.evaluate(
    ({ count, zoom, texts }) => {
      const { doc, addNote, surface } = window.page;
      doc.transact(() => {
        for (let n = 0; n < count; n++) {
          const pos: [number, number] = [(n % 20) * 224, Math.floor(n / 20) * 224];
          const id = `n_${String(n).padStart(20, '0')}` as NoteId;
          const level = n % 3 === 0 ? { level: n % 2 ? 'local' : 'national' } : {};
          addNote(doc, {
            id,
            text: texts[n % texts.length]!,
            pos,
            round: (n % 4) + 1,
            at: n,
            ...level,
          } as never);
        }
      });
      surface.viewport.look({ x: 20, y: 20, z: zoom });
    },
    { count, zoom, texts: TEXTS },
  );
  await atRest(page);
  return page;
}

/** Waits until all letters are there, the board asks for no more frames, and all has come to rest. */
async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const { surface } = window.page;
    if (document.getAnimations().length > 0) return false;
    return document.fonts.status === 'loaded' && !surface.loop.busy && !surface.viewport.travelling;
  });
}

const elements = (page: Page) => page.evaluate(() => document.querySelectorAll('[data-note-id]').length);
const isFar = (page: Page) => page.evaluate(() => window.page.surface.far.isActive);

/** How far two pictures differ: on average a pixel, of 255, and the share of pixels that differ much. */
async function difference(page: Page, a: Buffer, b: Buffer): Promise<{ mean: number; much: number }> {
  return page.evaluate(
    async (pictures) => {
      const [one, two] = await Promise.all(
        pictures.map(async (base64) => {
          const image = new Image();
          image.src = `data:image/png;base64,${base64}`;
          await image.decode();
          const canvas = document.createElement('canvas');
          canvas.width = image.width;
          canvas.height = image.height;
          const context = canvas.getContext('2d')!;
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, canvas.width, canvas.height).data;
        }),
      );
      let sum = 0;
      let much = 0;
      for (let at = 0; at < one!.length; at += 4) {
        const off = [0, 1, 2].map((channel) => Math.abs(one![at + channel]! - two![at + channel]!));
        const most = Math.max(...off);
        sum += most;
        if (most > 70) much++;
      }
      const pixels = one!.length / 4;
      return { mean: sum / pixels, much: much / pixels };
    },
    [a.toString('base64'), b.toString('base64')],
  );
}

/** Others hold the first hundred notes, this far under their places, or let them go. */
async function others(page: Page, state: number, shift: number): Promise<void> {
  await page.evaluate(
    ({ state, shift }) => {
      const { surface } = window.page;
      const held = [...surface.model.view.notes.values()].slice(0, 100);
      surface.takeMoves(
        held.map(({ note, x, y }, n) => ({
          id: note.id,
          holder: n + 1,
          state: state as never,
          x,
          y: y + shift,
        })),
      );
    },
    { state, shift },
  );
}

/** The same view once as elements and once as pixels. */
async function bothWays(page: Page): Promise<{ mean: number; much: number }> {
  const show = async (as: 'elements' | 'pixels') => {
    await page.evaluate((as) => {
      window.page.surface.inView.showAs(as);
      window.page.surface.loop.request();
    }, as);
    await atRest(page);
    expect(await isFar(page)).toBe(as === 'pixels');
    return page.screenshot();
  };
  return difference(page, await show('elements'), await show('pixels'));
}

describe('notes as elements and notes as pixels', () => {
  it('few notes in view are elements, many are pixels, and back again when one comes nearer', async () => {
    const page = await board(2_000, 1);
    expect(await isFar(page)).toBe(false);
    expect(await elements(page)).toBeGreaterThan(8);
    await page.evaluate(() => window.page.surface.viewport.look({ x: 20, y: 20, z: 0.15 }));
    await atRest(page);
    expect(await isFar(page)).toBe(true);
    expect(await elements(page)).toBe(0);
    await page.evaluate(() => window.page.surface.viewport.look({ x: 20, y: 20, z: 0.8 }));
    await atRest(page);
    expect(await isFar(page)).toBe(false);
    expect(await elements(page)).toBeGreaterThan(8);
  });

  for (const zoom of [1, 0.62, 0.45, 0.3]) {
    it(`look alike at zoom ${zoom}`, async () => {
      const page = await board(80, zoom);
      const { mean, much } = await bothWays(page);
      expect(mean).toBeLessThan(2.5);
      expect(much).toBeLessThan(0.006);
    });
  }

  it('look alike on a dense screen', async () => {
    const { mean, much } = await bothWays(await board(80, 0.4, { deviceScaleFactor: 2 }));
    expect(mean).toBeLessThan(2.5);
    expect(much).toBeLessThan(0.006);
  });

  it('look alike when found, dimmed, chosen and in the dark', async () => {
    const page = await board(80, 0.5);
    await page.evaluate(() => {
      document.documentElement.dataset.theme = 'dark';
      const ids = [...window.page.surface.model.view.notes.keys()];
      for (const [n, id] of ids.entries()) {
        if (n % 3 === 0) window.page.surface.notes.mark(id, 'lit', true);
        if (n % 3 === 1) window.page.surface.notes.mark(id, 'dimmed', true);
      }
    });
    await atRest(page);
    const { mean, much } = await bothWays(page);
    expect(mean).toBeLessThan(2.5);
    expect(much).toBeLessThan(0.006);
  });

  it("take the reader's own colours where these are forced", async () => {
    const { mean } = await bothWays(await board(80, 0.5, { forcedColors: 'active' }));
    expect(mean).toBeLessThan(4);
  });
});

describe('among notes that are pixels', () => {
  it('what is held here, focused or chosen is an element', async () => {
    const page = await board(1_000, 0.15);
    const id = 'n_00000000000000000007';
    for (const mark of ['focused', 'selected', 'lifted', 'target'] as const) {
      await page.evaluate(
        ([id, mark]) => window.page.surface.notes.mark(id as NoteId, mark as never, true),
        [id, mark],
      );
      await atRest(page);
      expect(await page.locator(`[data-note-id="${id}"]`).count()).toBe(1);
      await page.evaluate(
        ([id, mark]) => window.page.surface.notes.mark(id as NoteId, mark as never, false),
        [id, mark],
      );
      await atRest(page);
      expect(await elements(page)).toBe(0);
    }
  });

  it('a note that was moved, changed or taken down is seen where and as it is', async () => {
    const page = await board(1_000, 0.15);
    const before = await page.screenshot();
    await page.evaluate(() => {
      const { doc, move, removeNotes } = window.page;
      move(doc, [{ id: 'n_00000000000000000003' as NoteId, pos: [3_000, 60] }]);
      removeNotes(doc, ['n_00000000000000000025' as NoteId]);
    });
    await atRest(page);
    const patched = await page.screenshot();
    expect((await difference(page, before, patched)).mean).toBeGreaterThan(0);
    // What was patched must be what a fresh painting gives.
    await page.evaluate(() => window.page.surface.far.lookAnew());
    await atRest(page);
    const { mean } = await difference(page, patched, await page.screenshot());
    expect(mean).toBeLessThan(0.02);
  });

  it('many that others move are drawn in motion, and hang where they are let go', async () => {
    const page = await board(1_000, 0.15);
    const before = await page.screenshot();
    await others(page, 0, 90);
    await page.waitForFunction(() => !window.page.surface.loop.busy);
    expect(await elements(page)).toBe(0);
    expect((await difference(page, before, await page.screenshot())).much).toBeGreaterThan(0.01);
    await others(page, 2, 0);
    await page.waitForFunction(() => window.page.surface.notes.moving.size === 0);
    await atRest(page);
    const { much } = await difference(page, before, await page.screenshot());
    expect(much).toBeLessThan(0.004);
  });

  it('those that others move look alike, whichever thread draws them', async () => {
    const [threads, none] = [
      await board(1_000, 0.3),
      await board(1_000, 0.3, {}, 'globalThis.Worker = undefined'),
    ];
    for (const page of [threads, none]) await others(page, 0, 90);
    // Over what the other thread draws lies what is drawn in this one, or nothing.
    const drawnBy = ({ canvases, hidden }: { canvases: number; hidden: boolean }) => {
      const all = window.page.surface.far.elements[1]!.querySelectorAll('canvas');
      return (
        all.length === canvases && all[canvases - 1]!.hidden === hidden && !window.page.surface.loop.busy
      );
    };
    await threads.waitForFunction(drawnBy, { canvases: 2, hidden: true });
    await none.waitForFunction(drawnBy, { canvases: 1, hidden: false });
    const { mean, much } = await difference(none, await threads.screenshot(), await none.screenshot());
    expect(mean).toBeLessThan(0.05);
    expect(much).toBeLessThan(0.001);
    // The camera moves: at once all of them are drawn here.
    const here = await threads.evaluate(async () => {
      const { surface, nextFrame } = window.page;
      surface.viewport.pan(10, 0);
      await nextFrame();
      return !surface.far.elements[1]!.querySelectorAll('canvas')[1]!.hidden;
    });
    expect(here).toBe(true);
  });

  it('a tap finds the note that is seen there, though it has no element', async () => {
    const page = await board(1_000, 0.15);
    const found = await page.evaluate(() => {
      const { surface, targetAt } = window.page;
      const event = new MouseEvent('click');
      return targetAt(surface, event, { x: 20 + (3 * 224 + 100) * 0.15, y: 20 + 100 * 0.15 });
    });
    expect(found).toEqual({ kind: 'note', id: 'n_00000000000000000003' });
  });
});

describe('at rest', () => {
  for (const [what, zoom] of [
    ['near', 1],
    ['with a thousand in view', 0.15],
  ] as const) {
    it(`no frame is asked for, ${what}`, async () => {
      const page = await board(1_000, zoom);
      const before = await page.evaluate(() => window.page.frames());
      // Frames of our own go by, and none of the board's among them.
      const after = await page.evaluate(async () => {
        for (let n = 0; n < 20; n++) await window.page.nextFrame();
        return window.page.frames();
      });
      expect(after).toBe(before);
    });
  }
});
