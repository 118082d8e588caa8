/** The crowd's ledger never calls an edit saved that the server has not counted. */
import { expect, test } from 'vitest';
import { type Edit, EditLedger } from '../../crowd/EditLedger.ts';

/** An edit made while connected: its update frame goes out within the change. */
const sentEdit = (ledger: EditLedger) =>
  ledger.edit(() => {
    ledger.sent('update');
    return true;
  });
const unsentEdit = (ledger: EditLedger) => ledger.edit(() => true);

/** How an edit stands now, without waiting for it. */
async function standing(edit: Edit): Promise<string> {
  return Promise.race([edit.outcome, Promise.resolve('open')]);
}

test('an edit is saved when the count reaches its frame, not before', async () => {
  const ledger = new EditLedger();
  ledger.connected();
  ledger.sent('step2');
  const [first, second] = [sentEdit(ledger), sentEdit(ledger)];
  ledger.saved(2);
  expect(await standing(first)).toBe('saved');
  expect(await standing(second)).toBe('open');
  ledger.saved(3);
  expect(await standing(second)).toBe('saved');
  expect(ledger.unsaved).toBe(0);
});

test('after a cut, counts of the new connection cover an edit only by the SyncStep2 that carries it', async () => {
  const ledger = new EditLedger();
  ledger.connected();
  ledger.sent('step2');
  const before = sentEdit(ledger);
  const offline = unsentEdit(ledger);
  ledger.connected();
  ledger.saved(5);
  expect(ledger.unsaved).toBe(2);
  ledger.connected();
  ledger.sent('step2');
  ledger.saved(0);
  expect(await standing(before)).toBe('open');
  ledger.saved(1);
  expect(await standing(before)).toBe('saved');
  expect(await standing(offline)).toBe('saved');
});

test('an edit sent ahead of the SyncStep2 counts by the SyncStep2: it built on what the server lacked', async () => {
  const ledger = new EditLedger();
  ledger.connected();
  const early = sentEdit(ledger);
  ledger.sent('step2');
  ledger.saved(1);
  expect(await standing(early)).toBe('open');
  ledger.saved(2);
  expect(await standing(early)).toBe('saved');
});

test('an edit that changed nothing has nothing to save', async () => {
  const ledger = new EditLedger();
  expect(await ledger.edit(() => false).outcome).toBe('saved');
  expect(ledger.unsaved).toBe(0);
});

test('what is given up is lost, and stays so whatever is counted later', async () => {
  const ledger = new EditLedger();
  ledger.connected();
  const edit = sentEdit(ledger);
  ledger.lose();
  ledger.saved(9);
  expect(await standing(edit)).toBe('lost');
  expect(ledger.unsaved).toBe(0);
});
