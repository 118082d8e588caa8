/** A hall's turns at the model (SU16–SU17 of docs/SPEC.md), with a clock moved by hand. */

import { afterEach, beforeEach, expect, it } from 'vitest';
import { LanguageModel } from '../../../server/insight/LanguageModel.ts';
import type { Prompt } from '../../../server/insight/modelClient.ts';
import type { HallId } from '../../../shared/domain/ids.ts';
import { HandClock } from '../../harness/handClock.ts';
import { ModelServer } from '../../harness/modelServer.ts';
import { until } from '../../harness/until.ts';

const CALL_MS = 1_000;
const prompt: Prompt = { name: 'x', system: 's', user: '{"id":"n1","text":"Bussen"}', schema: {} };
const read = (answer: unknown) => answer;
let server: ModelServer;
let clock: HandClock;
let logged: string[];
let model: LanguageModel;

beforeEach(async () => {
  server = await ModelServer.start();
  clock = new HandClock();
  logged = [];
  const note = (event: string, fields?: object) => void logged.push(`${event} ${JSON.stringify(fields)}`);
  model = new LanguageModel({
    config: {
      baseUrl: server.base,
      chat: 'c',
      embed: undefined,
      key: 'sk-hemmelig',
      remote: false,
      callMs: CALL_MS,
    },
    clock,
    log: { info: note, warn: note, error: note },
  });
});
afterEach(() => server.stop());

const use = (hallId: string, allowed = () => true) => ({ hallId: hallId as HallId, allowed });
const ask = (hall: string, allowed?: () => boolean) =>
  model.write(use(hall, allowed), (one) => one(prompt, read));

it('one call at a time for a hall, and other halls do not wait for it', async () => {
  server.plays(() => {});
  const first = ask('a');
  const second = ask('a');
  const other = ask('b');
  await until(() => server.asked.length === 2, { what: 'one call of each hall' });
  expect(server.open).toBe(2);
  await clock.pass(CALL_MS);
  expect([await first, await other]).toEqual([null, null]);
  await until(() => server.asked.length === 3, { what: 'the one that waited' });
  await clock.pass(CALL_MS);
  expect(await second).toBeNull();
  expect(logged.join('\n')).toContain('slow');
  expect(logged.join('\n')).not.toMatch(/Bussen|sk-hemmelig/);
  expect(clock.waiting).toBe(0);
});

it('who waits longer than all of it may take is answered, and a queue has an end', async () => {
  server.plays(() => {});
  const all = Array.from({ length: 8 }, () => ask('a'));
  // The last ones find the queue full, the others are over when their time is.
  expect(await Promise.all(all.slice(6))).toEqual([null, null]);
  await until(() => server.asked.length === 1, { what: 'the first call' });
  await clock.pass(CALL_MS * 3);
  expect(await Promise.all(all)).toEqual(all.map(() => null));
});

it('consent is asked for before each call', async () => {
  server.says(() => ({ ok: true }));
  let consents = true;
  const done = await model.write(
    use('a', () => consents),
    async (one) => {
      await one(prompt, read);
      consents = false;
      return one(prompt, read);
    },
  );
  expect(done).toBeNull();
  expect(server.asked).toHaveLength(1);
});

it('closing lets go of who waits', async () => {
  server.plays(() => {});
  const waiting = ask('a');
  await until(() => server.asked.length === 1, { what: 'the call' });
  model.close();
  expect(await waiting).toBeNull();
});
