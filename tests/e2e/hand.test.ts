/** The hand on the board, in a real browser: by mouse and by fingers, and taken back whatever interrupts it. */

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readClusters, readNotes } from '../../shared/board/boardDoc.ts';
import { joinCluster, makeCluster, removeNotes } from '../../shared/board/boardOps.ts';
import { viewBoard } from '../../shared/board/boardView.ts';
import { newId } from '../../shared/domain/ids.ts';
import { refusedFrame } from '../../shared/protocol/boardFrames.ts';
import { type BoardPerson, BoardScene, type Spot } from '../harness/boardScene.ts';
import { shoot } from '../harness/browser.ts';
import { until } from '../harness/until.ts';

let scene: BoardScene;

beforeAll(async () => {
  scene = await BoardScene.open();
});

afterEach(async () => {
  expect(await scene.anew()).toEqual([]);
});

afterAll(async () => {
  await scene?.close();
});

const far = (a: Spot, b: Spot) => Math.hypot(a.x - b.x, a.y - b.y);

/** Waits until the thing is within a pixel or two of there. */
async function liesAt(person: BoardPerson, text: string, spot: Spot): Promise<void> {
  await until(async () => far(await person.middle(text), spot) < 3, { what: `«${text}» to lie there` });
}

describe('by mouse', () => {
  it('a marquee chooses, one drag moves all that is chosen, and one undo takes it back', async () => {
    await scene.hang({ En: [0, 0], To: [230, 0], Tre: [700, 500] });
    const kari = await (await scene.person()).sees('En', 'To', 'Tre');
    const [one, two, three] = [await kari.middle('En'), await kari.middle('To'), await kari.middle('Tre')];
    const { page } = kari;
    await page.keyboard.down('Shift');
    await page.mouse.move(two.x + 130, two.y + 130);
    await page.mouse.down();
    await page.mouse.move(one.x, one.y, { steps: 4 });
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await page.getByText('2 lapper valgt').waitFor();
    // Without shift the wall is panned; afterwards the hand no longer grips it.
    await page.mouse.move(three.x, three.y + 130);
    await page.mouse.down();
    await page.mouse.move(three.x + 9, three.y + 130);
    expect(await kari.doing()).toBe('pan');
    await page.mouse.move(three.x, three.y + 130);
    await page.mouse.up();
    expect(await kari.doing()).toBe('idle');
    await kari.drag('En', { x: one.x + 40, y: one.y + 320 });
    await liesAt(kari, 'En', { x: one.x + 40, y: one.y + 320 });
    await liesAt(kari, 'To', { x: two.x + 40, y: two.y + 320 });
    await liesAt(kari, 'Tre', three);
    await kari.button('Angre').click();
    await liesAt(kari, 'En', one);
    await liesAt(kari, 'To', two);
  });

  it('a note dragged within its group is stood where it is let go, by the menu too', async () => {
    const { client, ids } = await scene.hang({ A: [0, 0], B: [0, 0], C: [0, 0], D: [0, 0] });
    makeCluster(client.doc, { id: newId('c'), title: 'Rekkefølge', pos: [0, 0] }, Object.values(ids));
    await client.allSaved();
    const kari = await (await scene.person()).sees('A', 'B', 'C', 'D');
    expect(await kari.texts()).toEqual(['A', 'B', 'C', 'D']);
    const to = await kari.middle('D');
    await kari.lift('A');
    await kari.page.mouse.move(to.x, to.y, { steps: 6 });
    await kari.page.getByText('Slipp for å sette den her').waitFor();
    await shoot(kari.page, '30-hand-order');
    await kari.page.mouse.up();
    await expect.poll(() => kari.texts()).toEqual(['B', 'C', 'D', 'A']);
    await kari.tap('B');
    await kari.button('Lenger bak').click();
    await expect.poll(() => kari.texts()).toEqual(['C', 'B', 'D', 'A']);
    await kari.button('Angre').click();
    await kari.button('Angre').click();
    await expect.poll(() => kari.texts()).toEqual(['A', 'B', 'C', 'D']);
  });

  it('some notes of a group are split off as a group of their own, and its half-written name outlives a reload', async () => {
    const { client, ids } = await scene.hang({ A: [0, 0], B: [0, 0], C: [0, 0] });
    makeCluster(client.doc, { id: newId('c'), title: 'Hele', pos: [0, 0] }, Object.values(ids));
    await client.allSaved();
    const kari = await (await scene.person()).sees('A', 'B', 'C');
    await kari.choose('A', 'C');
    await kari.button('Skill ut').click();
    const name = kari.page.getByLabel('Gruppens navn');
    await name.fill('De');
    await kari.page.reload();
    await kari.sees('A', 'B', 'C');
    const { x, y } = await kari.middle(kari.page.locator('[data-cluster-title][data-unnamed]'));
    await kari.page.mouse.dblclick(x, y);
    expect(await name.inputValue()).toBe('De');
    await name.fill('Del');
    await kari.page.keyboard.press('Enter');
    await kari.group('Del').waitFor();
    const members = () => {
      const view = viewBoard(readNotes(client.doc), readClusters(client.doc));
      return [...view.clusters.values()].map(({ title, members: all }) => `${title} ${all.length}`).sort();
    };
    await until(() => members().join() === 'Del 2,Hele 1', { what: 'the server to have both groups' });
  });

  it('a group folds on this screen alone, stays so through a reload, and opens again', async () => {
    const { client, ids } = await scene.hang({ A: [0, 0], B: [0, 0], C: [0, 0], D: [0, 0], Løs: [900, 0] });
    const { Løs, ...rest } = ids;
    makeCluster(client.doc, { id: newId('c'), title: 'Brettes', pos: [0, 0] }, Object.values(rest));
    await client.allSaved();
    const kari = await (await scene.person()).sees('A', 'Løs');
    const ola = await (await scene.person()).sees('A', 'Løs');
    const pill = kari.page.locator('[data-cluster-fold]');
    const open = (await kari.group('Brettes').boundingBox())!;
    await kari.tap(pill);
    await kari.note('A').waitFor({ state: 'detached' });
    const folded = (await kari.group('Brettes').boundingBox())!;
    expect(folded.height).toBeLessThan(open.height / 2);
    expect(await pill.textContent()).toBe('4');
    await shoot(kari.page, '31-hand-folded');
    expect(await ola.note('A').isVisible()).toBe(true);
    await kari.page.reload();
    await kari.sees('Løs');
    expect(await kari.note('A').count()).toBe(0);
    // By the menu: the way for taps and keys.
    await kari.tap(kari.group('Brettes').locator('[data-cluster-title]'));
    await kari.button('Brett ut').click();
    await kari.sees('A', 'B', 'C', 'D');
  });

  it('a group that is folded takes its notes out of what is chosen: none of them is moved unseen', async () => {
    const { client, ids } = await scene.hang({ A: [0, 0], B: [0, 0], C: [0, 0], D: [0, 0], Løs: [900, 0] });
    const { Løs, ...rest } = ids;
    makeCluster(client.doc, { id: newId('c'), title: 'Brettes', pos: [0, 0] }, Object.values(rest));
    await client.allSaved();
    const kari = await (await scene.person()).sees('A', 'Løs');
    await kari.choose('A', 'B', 'Løs');
    await kari.page.getByText('3 lapper valgt').waitFor();
    await kari.tap(kari.page.locator('[data-cluster-fold]'));
    await kari.page.getByText('3 lapper valgt').waitFor({ state: 'detached' });
    expect(await kari.page.locator('[data-selected]').count()).toBe(1);
    const from = await kari.middle('Løs');
    await kari.drag('Løs', { x: from.x, y: from.y + 200 });
    await until(() => readNotes(client.doc).find(({ text }) => text === 'Løs')!.pos[1] > 100, {
      what: 'the loose note to be moved',
    });
    expect(readNotes(client.doc).filter(({ cluster }) => cluster)).toHaveLength(4);
  });

  it('a note that somebody puts into a folded group has the ring no longer: no key takes it down unseen', async () => {
    const { client, ids } = await scene.hang({ A: [0, 0], B: [0, 0] });
    const group = newId('c');
    makeCluster(client.doc, { id: group, title: 'Brettes', pos: [600, 0] }, [ids.A!, ids.B!]);
    await client.allSaved();
    const kari = await (await scene.person()).sees('A', 'B');
    await kari.tap(kari.page.locator('[data-cluster-fold]'));
    await kari.note('A').waitFor({ state: 'detached' });
    await kari.write('Min', { x: 200, y: 300 });
    for (const key of ['Home', 'ArrowLeft', 'ArrowLeft']) await kari.page.keyboard.press(key);
    await kari.page.locator('[data-focused]').filter({ hasText: 'Min' }).waitFor();
    joinCluster(client.doc, group, [readNotes(client.doc).find(({ text }) => text === 'Min')!.id]);
    await kari.note('Min').waitFor({ state: 'detached' });
    await kari.page.locator('[data-cluster-id][data-focused]').waitFor();
    await kari.page.keyboard.press('Delete');
    await kari.nextFrames();
    await kari.page.getByText('Lagret').first().waitFor({ state: 'attached' });
    expect(readNotes(client.doc).map(({ text }) => text)).toContain('Min');
  });

  it('«Rydd» lays a heap side by side as one step, and leaves what somebody holds', async () => {
    const heap = Object.fromEntries(
      ['En', 'To', 'Tre', 'Fire', 'Fem', 'Seks'].map((text, at) => [text, [at * 9, at * 7] as const]),
    );
    const { client } = await scene.hang({ ...heap, Fri: [900, 30] });
    const kari = await (await scene.person()).sees('En', 'Seks', 'Fri');
    const ola = await (await scene.person()).sees('Fri');
    await ola.lift('Fri');
    await ola.page.mouse.move(400, 500, { steps: 3 });
    await kari.page.locator('[data-held]').first().waitFor();
    await shoot(kari.page, '32-hand-untidy');
    const before = readNotes(client.doc).map(({ id, pos }) => `${id} ${pos}`);
    await kari.button('Rydd').click();
    const free = () => {
      const notes = readNotes(client.doc);
      return notes.every((a) =>
        notes.every(
          (b) => a === b || Math.abs(a.pos[0] - b.pos[0]) >= 200 || Math.abs(a.pos[1] - b.pos[1]) >= 200,
        ),
      );
    };
    await until(free, { what: 'the heap to be spread' });
    expect(readNotes(client.doc).find(({ text }) => text === 'Fri')!.pos).toEqual([900, 30]);
    await shoot(kari.page, '33-hand-tidy');
    // The focus is still on «Rydd».
    await kari.page.keyboard.press('Control+z');
    await until(
      () => before.every((line) => readNotes(client.doc).some(({ id, pos }) => `${id} ${pos}` === line)),
      { what: 'one undo to take it all back' },
    );
    await ola.page.mouse.up();
  });

  it('lines that are pasted become notes, one undo takes them all, and many are asked about first', async () => {
    const { client } = await scene.hang({ Der: [0, 0] });
    const kari = await (await scene.person()).sees('Der');
    await kari.paste('Første\nAndre\n- Tredje');
    await kari.sees('Første', 'Andre', 'Tredje');
    await until(() => readNotes(client.doc).length === 4, { what: 'three more notes on the server' });
    await kari.button('Angre').click();
    await until(() => readNotes(client.doc).length === 1, { what: 'one undo to take all three' });
    const many = Array.from({ length: 14 }, (_, at) => `Limt ${at}.`).join('\n');
    await kari.paste(many);
    await kari.page.getByText('blir 14 lapper').first().waitFor();
    await shoot(kari.page, '34-hand-paste');
    await kari.button('Avbryt').click();
    expect(readNotes(client.doc)).toHaveLength(1);
    await kari.paste(many);
    await kari.button('Heng opp 14 lapper').click();
    await until(() => readNotes(client.doc).length === 15, { what: 'fourteen notes' });
    await kari.sees('Limt 0.', 'Limt 13.');
    await kari.paste(Array.from({ length: 300 }, (_, at) => `Linje ${at}`).join('\n'));
    await kari.warned(/høyst 200/);
  });

  it('Ctrl-F lights up what is looked for, goes from one to the next, and Esc clears it', async () => {
    const { client, ids } = await scene.hang({
      'Ål i elva': [0, 0],
      'Al er et sted': [300, 0],
      'Stål og ÅL': [600, 0],
    });
    makeCluster(client.doc, { id: newId('c'), title: 'Gjemt', pos: [600, 0] }, [ids['Stål og ÅL']!]);
    await client.allSaved();
    const kari = await (await scene.person()).sees('Ål i elva', 'Al er et sted', 'Stål og ÅL');
    await kari.tap(kari.page.locator('[data-cluster-fold]'));
    await kari.note('Stål og ÅL').waitFor({ state: 'detached' });
    await kari.page.keyboard.press('Control+f');
    await kari.page.keyboard.type('ål');
    const bar = kari.page.getByRole('search');
    await bar.getByText('2 treff').waitFor();
    await kari.page.locator('[data-note-id][data-lit]').filter({ hasText: 'Ål i elva' }).waitFor();
    await kari.page.locator('[data-note-id][data-dimmed]').filter({ hasText: 'Al er et sted' }).waitFor();
    await shoot(kari.page, '35-hand-find');
    // Of a folded group one sees whether it holds any.
    expect(await kari.page.locator('[data-folded][data-dimmed]').count()).toBe(0);
    await kari.page.keyboard.type('x');
    await kari.page.locator('[data-folded][data-dimmed]').waitFor();
    await kari.page.keyboard.press('Backspace');
    await kari.page.locator('[data-folded]:not([data-dimmed])').waitFor();
    await kari.page.keyboard.press('Enter');
    await bar.getByText('1 av 2').waitFor();
    await kari.page.keyboard.press('Enter');
    await bar.getByText('2 av 2').waitFor();
    // It lay in a folded group, which opens for it.
    await kari.note('Stål og ÅL').waitFor();
    await kari.page.keyboard.press('Escape');
    await bar.waitFor({ state: 'detached' });
    expect(await kari.page.locator('[data-lit], [data-dimmed]').count()).toBe(0);
    await kari.write('Min egen', { x: 300, y: 600 });
    await kari.page.keyboard.press('Control+f');
    await kari.button('Mine').click();
    await bar.getByText('1 treff').waitFor();
    await kari.page.locator('[data-lit]').filter({ hasText: 'Min egen' }).waitFor();
    await kari.button('Mine').click();
    await kari.button(/^Runde .*Blå/).click();
    await bar.getByText('4 treff').waitFor();
  });

  it('finds what came since the last visit', async () => {
    const { client } = await scene.hang({ Gammel: [0, 0] });
    const kari = await (await scene.person()).sees('Gammel');
    await kari.page.goto(`${scene.base}/`);
    client.add({ text: 'Ny siden sist', pos: [300, 0] });
    await client.allSaved();
    await kari.page.goBack();
    await kari.sees('Ny siden sist');
    await kari.button('Finn').click();
    await kari.button('Nye').click();
    await kari.page.locator('[data-lit]').filter({ hasText: 'Ny siden sist' }).waitFor();
    await kari.page.locator('[data-dimmed]').filter({ hasText: 'Gammel' }).waitFor();
  });
});

describe('what interrupts a drag puts the note back', () => {
  const interruptions: Record<string, (person: BoardPerson) => Promise<unknown>> = {
    Esc: (person) => person.page.keyboard.press('Escape'),
    'another window in front': (person) =>
      person.page.evaluate(() => window.dispatchEvent(new Event('blur'))),
    'the page put away': (person) =>
      person.page.evaluate(() => {
        Object.defineProperty(document, 'hidden', { value: true, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
        delete (document as { hidden?: boolean }).hidden;
      }),
    'the system taking the pointer': (person) =>
      person.page.evaluate(() => {
        const board = document.querySelector('[data-doing]')!;
        board.dispatchEvent(new PointerEvent('pointercancel', { pointerId: 1, bubbles: true }));
      }),
    'a refusal by the server': async (person) => {
      person.wire.say(refusedFrame({ code: 'denied', note: '', field: '', text: 'no' }));
      await person.warned(/lov til å endre/);
    },
  };
  for (const [name, interrupt] of Object.entries(interruptions)) {
    it(name, async () => {
      const { client } = await scene.hang({ Løftet: [0, 0], Annen: [500, 300] });
      const kari = await (await scene.person()).sees('Løftet', 'Annen');
      const from = await kari.lift('Løftet');
      await kari.page.mouse.move(from.x + 150, from.y + 60, { steps: 4 });
      await kari.page.locator('[data-lifted]').waitFor();
      await interrupt(kari);
      await liesAt(kari, 'Løftet', from);
      expect(await kari.page.locator('[data-lifted]').count()).toBe(0);
      await kari.page.mouse.move(from.x + 250, from.y + 160, { steps: 3 });
      await kari.page.mouse.up();
      await liesAt(kari, 'Løftet', from);
      expect(readNotes(client.doc).find(({ text }) => text === 'Løftet')!.pos).toEqual([0, 0]);
      // And the hand works again.
      await kari.drag('Løftet', { x: from.x + 30, y: from.y + 260 });
      await liesAt(kari, 'Løftet', { x: from.x + 30, y: from.y + 260 });
    });
  }

  it('the other hand: what the keyboard holds goes back when the mouse takes something, and not the other way', async () => {
    const { client } = await scene.hang({ Tast: [0, 0], Mus: [500, 0] });
    const kari = await (await scene.person()).sees('Tast', 'Mus');
    const [tast, mus] = [await kari.middle('Tast'), await kari.middle('Mus')];
    await kari.page.locator('[data-doing]').first().focus();
    for (const key of ['Home', ' ', 'ArrowDown', 'ArrowDown']) await kari.page.keyboard.press(key);
    await liesAt(kari, 'Tast', {
      x: tast.x,
      y: tast.y + (80 * (await kari.note('Tast').boundingBox())!.width) / 200,
    });
    await kari.lift('Mus');
    await kari.page.mouse.move(mus.x, mus.y + 220, { steps: 3 });
    await liesAt(kari, 'Tast', tast);
    await kari.page.keyboard.press(' ');
    await kari.page.mouse.up();
    await until(() => readNotes(client.doc).find(({ text }) => text === 'Mus')!.pos[1] > 100, {
      what: 'what the mouse held to be moved',
    });
    expect(readNotes(client.doc).find(({ text }) => text === 'Tast')!.pos).toEqual([0, 0]);
    expect(await kari.page.locator('[data-lifted]').count()).toBe(0);
  });

  it('the note being taken down: the hand is empty, and is told why', async () => {
    const { client, ids } = await scene.hang({ Løftet: [0, 0], Annen: [500, 300] });
    const kari = await (await scene.person()).sees('Løftet', 'Annen');
    await kari.lift('Løftet');
    await kari.page.locator('[data-lifted]').waitFor();
    removeNotes(client.doc, [ids.Løftet!]);
    await kari.warned('Noen andre tok ned eller slo sammen det du holdt.');
    expect(await kari.doing()).toBe('idle');
    await kari.page.mouse.up();
    await kari.note('Løftet').waitFor({ state: 'detached' });
  });

  it('taking it down oneself, or back, is told as no one else’s doing', async () => {
    await scene.hang({ Annen: [500, 300] });
    const kari = await (await scene.person()).sees('Annen');
    const { page } = kari;
    for (const keys of [['Delete'], ['Control+z']]) {
      await kari.write('Min', { x: 300, y: 250 });
      await page.locator('[data-doing]').first().focus();
      for (const key of ['Home', ' ', 'ArrowDown']) await page.keyboard.press(key);
      await page.locator('[data-lifted]').filter({ hasText: 'Min' }).waitFor();
      for (const key of keys) await page.keyboard.press(key);
      await kari.note('Min').waitFor({ state: 'detached' });
      await kari.nextFrames();
      expect(await page.getByText('Noen andre tok den ned').count()).toBe(0);
      expect(await page.locator('[data-lifted]').count()).toBe(0);
    }
  });

  it('but not the line being cut: what is dropped meanwhile is sent when it is back', async () => {
    const { client } = await scene.hang({ Løftet: [0, 0], Annen: [500, 300] });
    const kari = await (await scene.person()).sees('Løftet', 'Annen');
    const from = await kari.lift('Løftet');
    await kari.screen.context.setOffline(true);
    await kari.wire.cut();
    await kari.page.getByText('Uten kontakt').first().waitFor({ state: 'attached' });
    await kari.page.mouse.move(from.x + 40, from.y + 250, { steps: 4 });
    await kari.page.mouse.up();
    await liesAt(kari, 'Løftet', { x: from.x + 40, y: from.y + 250 });
    await kari.screen.context.setOffline(false);
    await until(() => readNotes(client.doc).find(({ text }) => text === 'Løftet')!.pos[1] > 100, {
      what: 'the drop to reach the server',
    });
  });
});

describe('a host’s rules', () => {
  it('keep others’ notes in their place, by hand and by «Rydd», and say why; one’s own move', async () => {
    const { client } = await scene.hang({ 'Andres en': [0, 0], 'Andres to': [40, 30] });
    await scene.rule({ moveOwn: true });
    const kari = await (await scene.person()).sees('Andres en', 'Andres to');
    await kari.page.getByText('Du kan bare flytte dine egne lapper.').first().waitFor();
    const before = JSON.stringify(readNotes(client.doc).map(({ text, pos }) => [text, pos]));
    const from = await kari.lift('Andres to');
    await kari.warned('Du kan bare flytte dine egne lapper.');
    await kari.page.mouse.move(from.x + 200, from.y + 200, { steps: 3 });
    await kari.page.mouse.up();
    await kari.write('Min egen', { x: 250, y: 640 });
    await kari.write('Min andre', { x: 260, y: 380 });
    await kari.button('Rydd').click();
    await kari.warned('Du kan bare flytte dine egne lapper.');
    await kari.page.getByText('Lagret').first().waitFor({ state: 'attached' });
    const others = readNotes(client.doc).filter(({ text }) => text.startsWith('Andres'));
    expect(JSON.stringify(others.map(({ text, pos }) => [text, pos]))).toBe(before);
    const own = () => readNotes(client.doc).filter(({ text }) => text.startsWith('Min'));
    await until(() => own().every(({ pos: [x, y] }) => x % 224 === 0 && y % 224 === 0), {
      what: 'one’s own notes to be laid straight',
    });
  });

  it('pause what is being picked too: the tap that was to answer it writes nothing', async () => {
    const { client } = await scene.hang({ Løs: [0, 0], Annen: [500, 300] });
    const kari = await (await scene.person()).sees('Løs', 'Annen');
    await kari.tap('Løs');
    await kari.button('Flytt').click();
    await scene.rule({ frozen: true });
    await kari.button('Skriv lapp').waitFor({ state: 'detached' });
    await kari.page.getByText('Verten har satt skrivingen på pause.').first().waitFor();
    const { x, y } = await kari.middle('Løs');
    await kari.page.mouse.click(x, y + 300);
    await kari.warned('Verten har satt skrivingen på pause.');
    expect(await kari.doing()).toBe('idle');
    await liesAt(kari, 'Løs', { x, y });
    expect(readNotes(client.doc).find(({ text }) => text === 'Løs')!.pos).toEqual([0, 0]);
  });

  it('keep groups as they are where grouping is closed: nothing lights up, and nothing is refused', async () => {
    const { client, ids } = await scene.hang({ A: [0, 0], B: [0, 0], Løs: [700, 300] });
    makeCluster(client.doc, { id: newId('c'), title: 'Stengt', pos: [0, 0] }, [ids.A!, ids.B!]);
    await client.allSaved();
    await scene.rule({ groupingClosed: true });
    const kari = await (await scene.person()).sees('A', 'B', 'Løs');
    await kari.page.getByText('Verten har stengt grupperingen.').first().waitFor();
    await kari.drag('Løs', await kari.middle('A'));
    await until(() => readNotes(client.doc).find(({ text }) => text === 'Løs')!.pos[0] < 300, {
      what: 'the loose note to lie there, over the group',
    });
    expect(readNotes(client.doc).find(({ text }) => text === 'Løs')!.cluster).toBeUndefined();
    await kari.lift(kari.group('Stengt').locator('[data-cluster-title]'));
    await kari.warned('Verten har stengt grupperingen.');
    await kari.page.mouse.up();
    // Nor is it offered among the choices, to be refused when one has made them.
    await kari.note('Løs').click();
    await kari.button('Velg flere').waitFor();
    await kari.button('Flytt').waitFor();
    expect(await kari.button('Grupper med …').count()).toBe(0);
  });
});

describe('undo', () => {
  it('goes on in a fresh document after a refusal, past what the server would not have', async () => {
    const { client } = await scene.hang({ Flyttet: [0, 0], Annen: [600, 400] });
    const at = () => readNotes(client.doc).find(({ text }) => text === 'Flyttet')!.pos;
    const kari = await (await scene.person()).sees('Flyttet', 'Annen');
    const from = await kari.middle('Flyttet');
    await kari.drag('Flyttet', { x: from.x + 20, y: from.y + 240 });
    await until(() => at()[1] > 100, { what: 'the first move to be on the server' });
    const first = await kari.middle('Flyttet');
    // The second never gets there, and the server says no.
    kari.wire.hold('up');
    await kari.drag('Flyttet', { x: from.x + 240, y: from.y + 240 });
    kari.wire.lose('up');
    kari.wire.say(refusedFrame({ code: 'denied', note: '', field: '', text: 'no' }));
    await liesAt(kari, 'Flyttet', first);
    await kari.page.getByText('Lagret').first().waitFor({ state: 'attached' });
    await kari.button('Angre').click();
    await liesAt(kari, 'Flyttet', from);
    await until(() => at().join() === '0,0', { what: 'the undo to reach the server' });
  });
});

describe('by fingers', () => {
  it('a tap chooses, a move pans, and only a rest lifts', async () => {
    await scene.hang({ Lapp: [0, 0], Annen: [260, 300] });
    const kari = await (await scene.person('phone')).sees('Lapp', 'Annen');
    const fingers = await kari.fingers();
    await kari.tap('Lapp');
    await kari.page.getByRole('toolbar', { name: 'Lappen' }).waitFor();
    await kari.button('Lukk').click();
    const [from, other] = [await kari.middle('Lapp'), await kari.middle('Annen')];
    await fingers.down(from);
    await fingers.move({ x: from.x + 40, y: from.y + 30 });
    await fingers.up();
    await until(async () => far(await kari.middle('Lapp'), from) > 20, { what: 'the board to be panned' });
    const [moved, along] = [await kari.middle('Lapp'), await kari.middle('Annen')];
    expect(far(along, { x: other.x + moved.x - from.x, y: other.y + moved.y - from.y })).toBeLessThan(3);

    await fingers.down(moved);
    await kari.page.locator('[data-lifted]').waitFor();
    for (let step = 1; step <= 5; step++)
      await fingers.move({ x: moved.x + step * 4, y: moved.y + step * 30 });
    await kari.nextFrames();
    await shoot(kari.page, '36-hand-phone-drag');
    await fingers.up();
    await liesAt(kari, 'Lapp', { x: moved.x + 20, y: moved.y + 150 });
    await liesAt(kari, 'Annen', along);
  });

  it('a second finger takes a drag back, and pinches', async () => {
    await scene.hang({ Lapp: [0, 0], Annen: [260, 300] });
    const kari = await (await scene.person('phone')).sees('Lapp', 'Annen');
    const fingers = await kari.fingers();
    const from = await kari.middle('Lapp');
    const size = (await kari.note('Lapp').boundingBox())!.width;
    await fingers.down(from);
    await kari.page.locator('[data-lifted]').waitFor();
    const held = { x: from.x + 20, y: from.y + 60 };
    await fingers.move(held);
    await fingers.down(held, { x: held.x + 60, y: held.y });
    await kari.page.locator('[data-lifted]').waitFor({ state: 'detached' });
    expect(await kari.doing()).toBe('pinch');
    for (let step = 1; step <= 4; step++) await fingers.move(held, { x: held.x + 60 + step * 20, y: held.y });
    await fingers.up();
    await until(async () => (await kari.note('Lapp').boundingBox())!.width > size * 1.5, {
      what: 'it to be nearer',
    });
    expect(await kari.page.locator('[data-lifted]').count()).toBe(0);
  });

  it('a drag that the system cancels goes back', async () => {
    await scene.hang({ Lapp: [0, 0], Annen: [260, 300] });
    const kari = await (await scene.person('phone')).sees('Lapp', 'Annen');
    const fingers = await kari.fingers();
    const from = await kari.middle('Lapp');
    await fingers.down(from);
    await kari.page.locator('[data-lifted]').waitFor();
    await fingers.move({ x: from.x + 20, y: from.y + 100 });
    await fingers.cancel();
    await kari.page.locator('[data-lifted]').waitFor({ state: 'detached' });
    await liesAt(kari, 'Lapp', from);
  });

  it('all that a drag does has a way by taps: choose several, group, order, split, move, merge, fold', async () => {
    const { client } = await scene.hang({ A: [0, 0], B: [230, 0], C: [0, 230], D: [230, 230] });
    const groups = () => {
      const view = viewBoard(readNotes(client.doc), readClusters(client.doc));
      return [...view.clusters.values()]
        .map(({ members }) => members.map((id) => view.notes.get(id)!.note.text).join(''))
        .sort()
        .join();
    };
    const kari = await (await scene.person('phone')).sees('A', 'B', 'C', 'D');
    await shoot(kari.page, '37-hand-phone');
    await kari.tap('A');
    await shoot(kari.page, '38-hand-phone-menu');
    await kari.button('Velg flere').click();
    await kari.tap('B');
    await kari.tap('C');
    await kari.page.getByText('3 lapper valgt').first().waitFor();
    await shoot(kari.page, '39-hand-phone-more');
    await kari.button('Ferdig').click();
    await kari.button('Lag gruppe').click();
    await until(() => groups() === 'ABC', { what: 'a group of three' });
    await kari.page.keyboard.press('Escape');
    await kari.tap('C');
    await kari.button('Lenger fram').click();
    await until(() => groups() === 'ACB', { what: 'C to stand before B' });
    await shoot(kari.page, '40-hand-phone-group-menu');
    await kari.button('Velg flere').click();
    await kari.tap('B');
    await kari.button('Ferdig').click();
    await kari.button('Skill ut').click();
    await until(() => groups() === 'A,CB', { what: 'C and B to be split off' });
    await kari.page.keyboard.press('Escape');
  });
});
