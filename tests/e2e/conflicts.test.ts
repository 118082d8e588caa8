/** Two people at one board, each in a browser: what they do to the same thing at once ends without surprise. */

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readClusters, readNotes } from '../../shared/board/boardDoc.ts';
import { makeCluster, mergeClusters, pullOut, removeNotes, revert } from '../../shared/board/boardOps.ts';
import { viewBoard } from '../../shared/board/boardView.ts';
import { newId } from '../../shared/domain/ids.ts';
import type { BoardClient } from '../harness/boardClient.ts';
import { type BoardPerson, BoardScene } from '../harness/boardScene.ts';
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

/** The groups on the server, each as its notes in order. */
function groups({ doc }: BoardClient): string[] {
  const view = viewBoard(readNotes(doc), readClusters(doc));
  return [...view.clusters.values()]
    .map(({ members }) => members.map((id) => view.notes.get(id)!.note.text).join(' '))
    .sort();
}

const noteOn = ({ doc }: BoardClient, text: string) => readNotes(doc).find((note) => note.text === text);

/** Both see the same, and that is what the server has. */
async function agree(client: BoardClient, ...people: BoardPerson[]): Promise<void> {
  const wanted = () =>
    [...viewBoard(readNotes(client.doc), readClusters(client.doc)).notes.values()]
      .map(({ note, x, y }) => `${note.text} ${x} ${y}`)
      .sort()
      .join('\n');
  for (const person of people) {
    await until(
      async () => {
        const shown = await person.page.locator('[data-note-id]').evaluateAll((notes) =>
          notes.map((note) => {
            const { left, top } = (note as HTMLElement).style;
            return `${note.querySelector('p')?.textContent} ${Number.parseFloat(left)} ${Number.parseFloat(top)}`;
          }),
        );
        return shown.sort().join('\n') === wanted();
      },
      { what: 'everybody to see the same board' },
    );
  }
}

async function noHands(...people: BoardPerson[]): Promise<void> {
  for (const { page } of people) {
    await until(async () => (await page.locator('[data-held], [data-lifted]').count()) === 0, {
      what: 'no hand to be shown any more',
    });
  }
}

async function pair(...texts: string[]): Promise<[BoardPerson, BoardPerson]> {
  const kari = await (await scene.person()).sees(...texts);
  const ola = await (await scene.person()).sees(...texts);
  return [kari, ola];
}

describe('two hands on one note', () => {
  it('the second is told that somebody holds it', async () => {
    await scene.hang({ Delt: [0, 0], Annen: [600, 400] });
    const [kari, ola] = await pair('Delt', 'Annen');
    await kari.lift('Delt');
    await kari.page.mouse.move(500, 300, { steps: 3 });
    await ola.page.locator('[data-held]').waitFor();
    await ola.lift(ola.page.locator('[data-held]'));
    await ola.warned('Noen andre holder den akkurat nå.');
    expect(await ola.page.locator('[data-lifted]').count()).toBe(0);
    await ola.page.mouse.up();
    await kari.page.mouse.up();
  });

  it('that took it at the same moment both see so, and the last drop counts', async () => {
    const { client } = await scene.hang({ Delt: [0, 0], Annen: [600, 400] });
    const [kari, ola] = await pair('Delt', 'Annen');
    // Ola does not know yet that Kari has taken it.
    ola.wire.hold('down');
    const from = await kari.lift('Delt');
    await kari.page.mouse.move(from.x + 60, from.y + 60, { steps: 3 });
    await kari.page.locator('[data-lifted]').waitFor();
    await ola.lift('Delt');
    await ola.page.mouse.move(from.x + 20, from.y + 200, { steps: 3 });
    await ola.page.locator('[data-lifted]').waitFor();
    ola.wire.release('down');
    await kari.page.locator('[data-lifted][data-held]').waitFor();
    await kari.page.mouse.move(from.x + 90, from.y + 60, { steps: 2 });
    await ola.page.locator('[data-lifted][data-held]').waitFor();
    await shoot(ola.page, '41-two-hands');
    await kari.page.mouse.up();
    await until(() => noteOn(client, 'Delt')!.pos[0] > 0, { what: 'the first drop to be on the server' });
    const first = noteOn(client, 'Delt')!.pos.join();
    await ola.page.mouse.up();
    await until(() => noteOn(client, 'Delt')!.pos.join() !== first, { what: 'the last drop to count' });
    await agree(client, kari, ola);
    await noHands(kari, ola);
  });

  it('of whom the one drops without having seen the other’s drop: the last counts', async () => {
    const { client } = await scene.hang({ Delt: [0, 0], Annen: [600, 400] });
    const [kari, ola] = await pair('Delt', 'Annen');
    const pos = () => noteOn(client, 'Delt')!.pos.join();
    // Yjs lets the higher of the two clientIDs win: in one of the two turns that is the earlier.
    for (const [early, late] of [
      [kari, ola],
      [ola, kari],
    ] as const) {
      const before = pos();
      late.wire.hold('down');
      for (const [person, dx, dy] of [
        [early, 60, 30],
        [late, 20, 90],
      ] as const) {
        const from = await person.lift('Delt');
        await person.page.mouse.move(from.x + dx, from.y + dy, { steps: 3 });
        await person.page.locator('[data-lifted]').waitFor();
      }
      await early.page.mouse.up();
      await until(() => pos() !== before, { what: 'the first drop to be on the server' });
      const first = pos();
      await late.page.mouse.up();
      await until(() => pos() !== first, { what: 'the last drop to count' });
      const last = pos();
      late.wire.release('down');
      await agree(client, kari, ola);
      await noHands(kari, ola);
      expect(pos()).toBe(last);
    }
  });
});

describe('edit against delete', () => {
  async function writing(): Promise<{ kari: BoardPerson; client: BoardClient }> {
    const { client } = await scene.hang({ Annen: [600, 400] });
    const kari = await (await scene.person()).sees('Annen');
    await kari.write('Mitt punkt', { x: 300, y: 250 });
    await until(() => noteOn(client, 'Mitt punkt'), { what: 'the note to be on the server' });
    const { x, y } = await kari.middle('Mitt punkt');
    await kari.page.mouse.dblclick(x, y);
    await kari.page.getByLabel('Lappens tekst').fill('Mitt punkt, utdypet');
    return { kari, client };
  }

  it('while one writes: the text stays under the writer’s hands, and is hung anew if they say so', async () => {
    const { kari, client } = await writing();
    removeNotes(client.doc, [noteOn(client, 'Mitt punkt')!.id]);
    await kari.page.getByText('Noen andre tok ned denne lappen').waitFor();
    await shoot(kari.page, '42-edit-deleted');
    await kari.button('Heng opp som ny').click();
    await kari.note('Mitt punkt, utdypet').waitFor();
    await until(() => noteOn(client, 'Mitt punkt, utdypet'), { what: 'it to be on the server' });
  });

  it('while one writes, and one goes on to something else: it is not hung again, but lies as a draft', async () => {
    const { kari, client } = await writing();
    removeNotes(client.doc, [noteOn(client, 'Mitt punkt')!.id]);
    await kari.page.getByText('Noen andre tok ned denne lappen').waitFor();
    await kari.page.mouse.click(900, 650);
    await kari.warned(/lagt tilbake som kladd/);
    expect(readNotes(client.doc).map(({ text }) => text)).toEqual(['Annen']);
    await kari.button('Skriv lapp').click();
    expect(await kari.page.getByLabel('Ny lapp').inputValue()).toBe('Mitt punkt, utdypet');
  });

  it('at the same moment: what was written is given back', async () => {
    const { kari, client } = await writing();
    kari.wire.hold('up');
    kari.wire.hold('down');
    await kari.page.keyboard.press('Control+Enter');
    await kari.note('Mitt punkt, utdypet').waitFor();
    removeNotes(client.doc, [noteOn(client, 'Mitt punkt')!.id]);
    await client.allSaved();
    kari.wire.release('up');
    kari.wire.release('down');
    await kari.warned(/lagt tilbake som kladd/);
    await kari.button('Skriv lapp').click();
    expect(await kari.page.getByLabel('Ny lapp').inputValue()).toBe('Mitt punkt, utdypet');
  });
});

describe('group against group', () => {
  it('each drops their note on the other’s: one group, and no note is lost', async () => {
    const { client } = await scene.hang({ En: [0, 0], To: [400, 0], Tre: [900, 500] });
    const [kari, ola] = await pair('En', 'To', 'Tre');
    for (const person of [kari, ola]) for (const way of ['up', 'down'] as const) person.wire.hold(way);
    await kari.drag('En', await kari.middle('To'));
    await kari.page.locator('[data-cluster-id]').waitFor();
    await ola.drag('To', await ola.middle('En'));
    await ola.page.locator('[data-cluster-id]').waitFor();
    for (const person of [kari, ola]) {
      await person.page.keyboard.press('Escape');
      for (const way of ['up', 'down'] as const) person.wire.release(way);
    }
    await until(() => groups(client).length === 1 && groups(client)[0]!.length === 5, {
      what: 'one group of two',
    });
    await agree(client, kari, ola);
    expect(readNotes(client.doc)).toHaveLength(3);
  });

  it('both name it: the last name counts, says so, and undo gives the other', async () => {
    const { client, ids } = await scene.hang({ En: [0, 0], To: [0, 0] });
    makeCluster(client.doc, { id: newId('c'), title: 'Først', pos: [0, 0] }, Object.values(ids));
    await client.allSaved();
    const [kari, ola] = await pair('En', 'To');
    const open = async (person: BoardPerson) => {
      const { x, y } = await person.middle(person.page.locator('[data-cluster-title]'));
      await person.page.mouse.dblclick(x, y);
      return person.page.getByLabel('Gruppens navn');
    };
    await (await open(kari)).fill('Karis navn');
    await (await open(ola)).fill('Olas navn');
    await ola.page.keyboard.press('Enter');
    await kari.page
      .locator('[data-cluster-title]')
      .filter({ hasText: 'Olas navn' })
      .waitFor({ state: 'attached' });
    await kari.page.keyboard.press('Enter');
    await kari.warned('Noen andre kalte gruppen «Olas navn» imens.');
    await ola.group('Karis navn').waitFor();
    await kari.button('Angre').click();
    await ola.group('Olas navn').waitFor();
  });

  it('one merges it while the other adds to it: all notes end in the merged group', async () => {
    const { client, ids } = await scene.hang({ En: [0, 0], To: [0, 0], Løs: [700, 500] });
    makeCluster(client.doc, { id: newId('c'), title: 'Fra', pos: [0, 0] }, [ids.En!]);
    makeCluster(client.doc, { id: newId('c'), title: 'Til', pos: [600, 0] }, [ids.To!]);
    await client.allSaved();
    const [kari, ola] = await pair('En', 'To', 'Løs');
    for (const way of ['up', 'down'] as const) ola.wire.hold(way);
    await kari.drag(kari.group('Fra').locator('[data-cluster-title]'), await kari.middle(kari.group('Til')));
    await until(() => groups(client).length === 1, { what: 'the merge to be on the server' });
    await ola.drag('Løs', await ola.middle('En'));
    for (const way of ['up', 'down'] as const) ola.wire.release(way);
    await until(() => groups(client).join() === 'To En Løs', { what: 'all three to hang in one group' });
    await agree(client, kari, ola);
  });
});

describe('a thing in the hand', () => {
  /** Kari holds the group «Fra» of A, B and C, and Ola sees it. */
  async function held() {
    const { client, ids } = await scene.hang({ A: [0, 0], B: [0, 0], C: [0, 0], D: [900, 0] });
    const [from, into] = [newId('c'), newId('c')];
    makeCluster(client.doc, { id: from, title: 'Fra', pos: [0, 0] }, [ids.A!, ids.B!, ids.C!]);
    makeCluster(client.doc, { id: into, title: 'Til', pos: [900, 0] }, [ids.D!]);
    await client.allSaved();
    const [kari, ola] = await pair('A', 'D');
    await kari.lift(kari.group('Fra').locator('[data-cluster-title]'));
    await kari.page.mouse.move(500, 600, { steps: 3 });
    await ola.page.locator('[data-cluster-id][data-held]').waitFor();
    return { client, ids, from, into, kari, ola };
  }

  /** Every note is drawn at its place, and nowhere on the way to one. */
  async function atRest(...people: BoardPerson[]): Promise<void> {
    for (const { page } of people) {
      const away = () =>
        page
          .locator('[data-note-id]')
          .evaluateAll((notes) => notes.some((n) => (n as HTMLElement).style.transform));
      await until(async () => !(await away()), { what: 'every note to lie at its place' });
    }
  }

  it('by keys that are pressed faster than is told: it is seen where it stopped, before it is put down', async () => {
    await scene.hang({ A: [0, 0], D: [900, 600] });
    const [kari, ola] = await pair('A', 'D');
    await kari.page.locator('[data-doing]').first().focus();
    for (const key of ['Home', ' ']) await kari.page.keyboard.press(key);
    await kari.page.evaluate(() => {
      const board = document.querySelector('[data-doing]')!;
      for (let times = 0; times < 5; times++)
        board.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    });
    const seen = ola.page.locator('[data-note-id][data-held]');
    await until(async () => (await seen.getAttribute('style'))?.includes('translate(200px, 0px)'), {
      what: 'the note to be seen where it is held',
    });
    await kari.page.keyboard.press('Escape');
    await noHands(kari, ola);
  });

  it('a group, of which somebody takes a note: that note hangs where they laid it, on all screens', async () => {
    const { client, ids, kari, ola } = await held();
    pullOut(client.doc, [{ id: ids.B!, pos: [600, 500] }]);
    await client.allSaved();
    await kari.page.mouse.up();
    await noHands(kari, ola);
    await atRest(kari, ola);
    await agree(client, kari, ola);
  });

  it('a group that somebody merges away: its notes hang in the other, on all screens', async () => {
    const { client, from, into, kari, ola } = await held();
    mergeClusters(client.doc, from, into);
    await kari.warned('Noen andre tok ned eller slo sammen det du holdt.');
    await kari.page.mouse.up();
    await noHands(kari, ola);
    await atRest(kari, ola);
    await agree(client, kari, ola);
  });

  it('a note that somebody takes down and hangs again: it hangs at its place, in nobody’s hand', async () => {
    const { client, ids } = await scene.hang({ Tatt: [0, 0], Annen: [600, 400] });
    const [kari, ola] = await pair('Tatt', 'Annen');
    await kari.lift('Tatt');
    await kari.page.mouse.move(700, 600, { steps: 3 });
    await ola.page.locator('[data-held]').waitFor();
    const gone = removeNotes(client.doc, [ids.Tatt!]);
    await ola.note('Tatt').waitFor({ state: 'detached' });
    revert(client.doc, gone);
    for (const person of [kari, ola]) await person.sees('Tatt');
    await kari.page.mouse.up();
    await noHands(kari, ola);
    await atRest(kari, ola);
    await agree(client, kari, ola);
  });
});

describe('undo', () => {
  it('leaves what somebody else has changed since, and says so', async () => {
    const { client } = await scene.hang({ Flyttet: [0, 0], Annen: [600, 400] });
    const [kari, ola] = await pair('Flyttet', 'Annen');
    const from = await kari.middle('Flyttet');
    await kari.drag('Flyttet', { x: from.x + 30, y: from.y + 220 });
    await until(() => noteOn(client, 'Flyttet')!.pos[1] > 100, { what: 'Kari’s move' });
    const there = await ola.middle('Flyttet');
    await ola.drag('Flyttet', { x: there.x + 280, y: there.y });
    await until(() => noteOn(client, 'Flyttet')!.pos[0] > 200, { what: 'Ola’s move' });
    await agree(client, kari, ola);
    const now = noteOn(client, 'Flyttet')!.pos;
    await kari.button('Angre').click();
    await kari.warned('Noen andre har endret dette siden. Det de gjorde, står.');
    expect(noteOn(client, 'Flyttet')!.pos).toEqual(now);
    await agree(client, kari, ola);
  });
});
