/**
 * The hall channel: bad engine.io and socket.io packets, events that are none, requests of the wrong shape. Each is
 * answered with a reason or costs its sender the connection; the hall goes on.
 */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { newId } from '../../shared/domain/ids.ts';
import { type RequestName, requestSchemas } from '../../shared/protocol/hallEvents.ts';
import { Random } from '../crowd/random.ts';
import { call, sessionOf } from '../harness/hall.ts';
import { HallClient } from '../harness/hallClient.ts';
import { RawSocket } from '../harness/rawSocket.ts';
import { Siege } from '../harness/siege.ts';
import { until } from '../harness/until.ts';

const SEED = Number(process.env.SEED ?? 20_261_121);
/** Requests that one connection may have in one go. */
const BURST = 200;

let siege: Siege;
let honest: HallClient;
beforeAll(async () => {
  console.log(`seed ${SEED}`);
  siege = await Siege.begin();
  // Somebody else: what one person may ask is counted for all their lines together.
  honest = await HallClient.joined(siege.server.base, await somebody());
}, 60_000);
afterAll(async () => {
  honest.leave();
  await siege.end();
}, 60_000);

/** A participant of their own. */
const somebody = () => sessionOf(siege.server.base, siege.made, 'participant');

/** The hall answers an honest phone, and its boards are as they were. */
async function assertUnhurt(after: string): Promise<void> {
  await siege.assertUnhurt(after);
  expect(honest.disconnected, after).toBe(null);
  expect(await honest.ask('notes:mine', {}), after).toMatchObject({ ok: true, data: { notes: [] } });
}

/** A WebSocket to engine.io that has not said anything yet. */
class Engine {
  readonly socket: WebSocket;
  readonly packets: string[] = [];
  closed = false;

  private constructor(query: string) {
    const base = siege.server.base.replace(/^http/, 'ws');
    this.socket = new WebSocket(`${base}/socket.io/?${query}`);
    this.socket.on('message', (data: Buffer, isBinary) => {
      const packet = isBinary ? '<binary>' : data.toString();
      this.packets.push(packet);
      if (packet === '2') this.send('3');
    });
    this.socket.on('close', () => {
      this.closed = true;
    });
    this.socket.on('error', () => {});
  }

  static dial(query: string): Engine {
    return new Engine(query);
  }

  static async open(query = 'EIO=4&transport=websocket'): Promise<Engine> {
    const engine = Engine.dial(query);
    await until(() => engine.packets[0]?.startsWith('0') || engine.closed, { what: 'engine.io to open' });
    return engine;
  }

  /** In the hall, with a good session. */
  static async joined(): Promise<Engine> {
    const engine = await Engine.open();
    const { hallId, token } = siege.sessions.participant;
    engine.send(`40${JSON.stringify({ hallId, token })}`);
    await until(() => engine.packets.some((packet) => packet.startsWith('42["hall:state"')), {
      what: 'the hall’s state',
    });
    return engine;
  }

  send(packet: string | Uint8Array): void {
    this.socket.send(packet);
  }

  /** Whether it still answers; false when it was hung up on. */
  async answers(): Promise<boolean> {
    const before = this.packets.length;
    this.send('42777["notes:mine",{}]');
    return until(
      () => (this.closed ? 'no' : this.packets.slice(before).some((one) => one.startsWith('43777')) && 'yes'),
      { what: 'an answer or the end' },
    ).then((found) => found === 'yes');
  }

  end(): void {
    this.socket.terminate();
  }
}

const HUGE = 'x'.repeat(1_000_000);

describe('T09 packets', () => {
  const packets: Record<string, string> = {
    'an event of a reserved name (error)': '42["error"]',
    'an event of a reserved name (connect)': '42["connect",{}]',
    'an event of a reserved name (disconnect)': '42["disconnect"]',
    'an event of a reserved name (disconnecting)': '42["disconnecting","x"]',
    'an event of a reserved name (newListener)': '42["newListener","a","b"]',
    'an event of a reserved name (removeListener)': '42["removeListener"]',
    'an event named __proto__': '42["__proto__",{}]',
    'an event named constructor': '421["constructor",{}]',
    'an event named toString': '42["toString"]',
    'an event that nobody knows': '421["hall:explode",{}]',
    'an event that only the server sends': '421["hall:state",{"version":9999999999999}]',
    'a binary event without a count': '450-',
    'a binary event of no attachments': '450-["x"]',
    'a binary event with a place far out': '451-["x",{"_placeholder":true,"num":1e9}]',
    'a binary event with a negative place': '451-["x",{"_placeholder":true,"num":-1}]',
    'a binary event of a hundred million attachments': '4599999999-["x"]',
    'a binary answer to nothing': '461-0[{"_placeholder":true,"num":0}]',
    'an event that is no list': '42{}',
    'an event without a name': '42[]',
    'an event named 1': '42[1]',
    'an event named null': '42[null]',
    'an event named by a list': '42[["note:write"]]',
    'broken JSON': '42["note:write",{]',
    'JSON cut short': '42["note:write"',
    'nothing but a type': '42',
    'a type that there is not': '49',
    'another that there is not': '4x',
    'no type': '4',
    'an answer to nothing': '43999[]',
    'an answer that is no list': '431{}',
    'an error from a client': '44{"message":"nei"}',
    'a second greeting': '40{}',
    'a second greeting as somebody else': '40{"hallId":"h_x","token":"y"}',
    'another namespace': '40/admin,{}',
    'an event to another namespace': '42/admin,["x"]',
    'a namespace of a prototype': '40/__proto__,{}',
    'engine: nothing': '',
    'engine: a type that there is not': '9hei',
    'engine: a letter': 'x',
    'engine: a second opening': '0{"sid":"x"}',
    'engine: an upgrade': '5',
    'engine: a ping with words': '2probe',
    'engine: base64 that is none': 'b!!!',
    'engine: base64': 'bAAECAw==',
    'an id of a thousand digits': `42${'9'.repeat(1_000)}["notes:mine",{}]`,
    'a value ten thousand deep': `421["notes:mine",${'['.repeat(10_000)}${']'.repeat(10_000)}]`,
    'a lone half of a letter': '421["notes:mine","\\ud83d"]',
    'zero bytes': '42["\u0000\u0000",{"\u0000":"\u0000"}]',
  };

  test.each(Object.entries(packets))('%s', async (name, packet) => {
    const engine = await Engine.joined();
    engine.send(packet);
    await engine.answers();
    engine.end();
    await assertUnhurt(name);
  });

  test('a farewell, and then more', async () => {
    const engine = await Engine.joined();
    engine.send('41');
    engine.send('42777["notes:mine",{}]');
    engine.send('40{}');
    await assertUnhurt('a farewell');
    expect(engine.packets.some((packet) => packet.startsWith('43777'))).toBe(false);
    engine.end();
  });

  test('the same from one who has not greeted, or has not been let in', async () => {
    for (const greeting of ['', '40{}', '40{"hallId":"h_x","token":"y"}', '40"hei"', '40[1]', '40null']) {
      for (const packet of Object.values(packets)) {
        const engine = await Engine.open();
        if (greeting) engine.send(greeting);
        engine.send(packet);
        engine.end();
      }
      await assertUnhurt(`packets after ${JSON.stringify(greeting)}`);
    }
  });

  test('a thousand binary events that wait for what never comes', async () => {
    const engine = await Engine.joined();
    for (let times = 0; times < 1_000; times++) engine.send('451-["x",{"_placeholder":true,"num":0}]');
    await assertUnhurt('waiting attachments');
    engine.end();
  });

  test('a thousand binary events of no attachments, and bytes that nobody announced', async () => {
    const engine = await Engine.joined();
    for (let times = 0; times < 1_000; times++) engine.send('450-["x"]');
    engine.send(new Uint8Array(1_000));
    engine.send('452-["x",{"_placeholder":true,"num":0}]');
    engine.send(new Uint8Array(10));
    await assertUnhurt('attachments');
    engine.end();
  });

  test('a megabyte ends the connection', async () => {
    const engine = await Engine.joined();
    engine.send(`421["note:write",${JSON.stringify({ text: HUGE })}]`);
    expect(await engine.answers()).toBe(false);
    await assertUnhurt('a megabyte');
  });

  test('any bytes at all, by chance', async () => {
    const random = new Random(SEED);
    for (let times = 0; times < 60; times++) {
      const engine = await Engine.joined();
      for (let count = 0; count < 10; count++) {
        const source = random.pick(Object.values(packets))!.slice(0, 500);
        const letters = [...source];
        for (let changes = random.whole(1, 4); changes > 0 && letters.length > 0; changes--) {
          letters[random.whole(0, letters.length - 1)] = String.fromCharCode(random.whole(32, 126));
        }
        engine.send(letters.join(''));
      }
      engine.end();
    }
    await assertUnhurt(`chance, seed ${SEED}`);
  });
});

describe('T09 requests to engine.io', () => {
  const path = (query: string) => `/socket.io/?${query}`;

  test('that make no sense are turned down with 400', async () => {
    for (const query of [
      '',
      'EIO=4',
      'EIO=3&transport=polling',
      'EIO=99&transport=polling',
      'EIO=4&transport=foo',
      'EIO=4&transport=__proto__',
      'EIO=4&transport=constructor',
      'EIO=4&transport=polling&transport=websocket',
      'EIO=4&transport=polling&sid=nobody',
      'EIO=4&transport=polling&sid=__proto__',
      'EIO=4&transport=websocket&sid=nobody',
    ]) {
      const { status } = await call(siege.server.base, 'GET', path(query));
      expect([400, 404], query).toContain(status);
    }
    await assertUnhurt('requests that make no sense');
  });

  test('by a method that there is not, or with a body that is none', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const response = await fetch(siege.server.base + path('EIO=4&transport=polling'), { method });
      expect(response.status, method).toBeGreaterThanOrEqual(400);
    }
    const opened = await fetch(siege.server.base + path('EIO=4&transport=polling')).then((one) => one.text());
    const { sid } = JSON.parse(opened.slice(1)) as { sid: string };
    const bodies: [string, string][] = [
      ['text/plain', 'x'.repeat(10_000)],
      ['text/plain', '\u001e\u001e\u001e'],
      ['application/octet-stream', 'hei'],
      ['application/x-www-form-urlencoded', 'd=hei'],
      ['text/plain', HUGE],
    ];
    for (const [type, body] of bodies) {
      await fetch(siege.server.base + path(`EIO=4&transport=polling&sid=${sid}`), {
        method: 'POST',
        headers: { 'content-type': type },
        body,
      }).catch(() => {});
    }
    await assertUnhurt('bodies');
  });

  test('upgrades with a session of nobody’s, or of another, are turned down', async () => {
    for (const query of [
      'EIO=4&transport=websocket&sid=nobody',
      'EIO=4&transport=foo',
      'EIO=9&transport=websocket',
    ]) {
      const engine = await Engine.open(query);
      expect(engine.packets, query).toEqual([]);
    }
    const opened = await fetch(siege.server.base + path('EIO=4&transport=polling')).then((one) => one.text());
    const { sid } = JSON.parse(opened.slice(1)) as { sid: string };
    // A session of somebody's who polls: whoever comes for it must say the word first.
    const thief = Engine.dial(`EIO=4&transport=websocket&sid=${sid}`);
    await until(() => thief.socket.readyState === WebSocket.OPEN, { what: 'an upgrade to be taken' });
    thief.send('42["notes:mine",{}]');
    await until(() => thief.closed, { what: 'an upgrade without the word to be hung up on' });
    expect(thief.packets).toEqual([]);
    await assertUnhurt('upgrades');
  });

  test('that are hung up on half-way hurt nobody', async () => {
    const { port } = siege.server;
    const parts = [
      `POST ${path('EIO=4&transport=polling')} HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n40`,
      `POST ${path('EIO=4&transport=polling&sid=nobody')} HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n40`,
      `GET ${path('EIO=4&transport=polling')} HTTP/1.1\r\nHost: x\r\n\r\n`,
      `GET ${path('EIO=4&transport=websocket')} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n`,
      `GET ${path('EIO=4&transport=websocket')} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
      `GET ${path('EIO=4&transport=websocket&sid=x')} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
    ];
    for (const part of parts) {
      for (let times = 0; times < 10; times++) {
        const raw = await RawSocket.open(port);
        await new Promise<void>((resolve) => raw.socket.write(part, () => resolve()));
        raw.reset();
      }
      await assertUnhurt(part.slice(0, 60));
    }
  });
});

describe('requests', () => {
  const names = Object.keys(requestSchemas) as RequestName[];
  const wrong: [string, unknown[]][] = [
    ['nothing', []],
    ['null', [null]],
    ['a number', [5]],
    ['a text', ['hei']],
    ['true', [true]],
    ['a list', [[]]],
    ['a list of what is right', [[{ stationId: 's_x' }]]],
    ['more than is known', [{ whatever: 1 }]],
    ['a prototype', [JSON.parse('{"__proto__":{"role":"organiser"},"isHost":true}')]],
    ['a constructor', [JSON.parse('{"constructor":{"prototype":{"x":1}}}')]],
    ['everything wrong', [{ stationId: 5, id: {}, text: [], round: 'one', name: null, frozen: 'yes' }]],
    ['ids that are none', [{ stationId: '__proto__', id: '__proto__', text: 'hei' }]],
    ['bytes', [new Uint8Array(10)]],
    ['two of them', [{}, {}]],
    ['a text of 50 kB', [{ text: 'x'.repeat(50_000) }]],
  ];

  test.each(names)('%s with anything wrong is told so, and changes nothing', async (name) => {
    const client = await HallClient.joined(siege.server.base, await somebody());
    for (const [what, args] of wrong) {
      // The first of two is looked at, and the second passed over.
      const harmless = args.length === 2 && requestSchemas[name].safeParse(args[0]).success;
      const answer = await client.askAnything(name, ...args);
      if (harmless) expect(answer, what).not.toMatchObject({ error: { code: 'malformed' } });
      else {
        const refused = { ok: false, error: { code: 'malformed', message: expect.any(String) } };
        expect(answer, what).toMatchObject(refused);
      }
    }
    expect(client.disconnected).toBe(null);
    client.leave();
    await assertUnhurt(`${name} with anything wrong`);
  });

  test('that this server does not know are answered: a newer page would take the line for dead', async () => {
    const client = await HallClient.joined(siege.server.base, await somebody());
    for (const name of ['note:paint', 'hall:state', '__proto__', 'constructor', '']) {
      const answer = await client.askAnything(name, {});
      expect(answer, name).toMatchObject({ error: { code: 'malformed', message: 'no such request' } });
    }
    client.leave();
  });

  test('of the right shape about what is not there are told so', async () => {
    const client = await HallClient.joined(siege.server.base, siege.sessions.participant);
    const [stationId, id] = [newId('s'), newId('n')];
    const here = siege.station;
    const answers = {
      enter: await client.ask('station:enter', { stationId }),
      write: await client.ask('note:write', { stationId, id, text: 'Hei' }),
      edit: await client.ask('note:edit', { stationId: here, id, text: 'Hei' }),
      withdraw: await client.ask('note:withdraw', { stationId: here, id }),
      round: await client.ask('round:start', { round: 2 }),
      'another’s note': await client.ask('note:edit', {
        stationId: here,
        id: siege.ground.victim,
        text: 'Mitt',
      }),
      'another’s note away': await client.ask('note:withdraw', { stationId: here, id: siege.ground.victim }),
      'another’s id': await client.ask('note:write', {
        stationId: here,
        id: siege.ground.victim,
        text: 'Mitt',
      }),
      'nothing to see': await client.ask('note:write', { stationId: here, id, text: '\u200B' }),
      'too long': await client.ask('note:write', { stationId: here, id, text: 'x'.repeat(281) }),
    };
    const codes = Object.entries(answers).map(([name, one]) => [name, one.ok ? 'ok' : one.error.code]);
    expect(Object.fromEntries(codes)).toEqual({
      enter: 'not_found',
      write: 'not_found',
      edit: 'not_found',
      withdraw: 'not_found',
      round: 'forbidden',
      'another’s note': 'forbidden',
      'another’s note away': 'forbidden',
      'another’s id': 'taken',
      'nothing to see': 'empty',
      'too long': 'too_long',
    });
    client.leave();
    await assertUnhurt('requests about nothing');
  });

  test('by a wall are read-only', async () => {
    const wall = await HallClient.joined(siege.server.base, siege.sessions.wall);
    const answers = [
      await wall.ask('note:write', { stationId: siege.station, id: newId('n'), text: 'Fra veggen' }),
      await wall.ask('note:edit', { stationId: siege.station, id: siege.ground.victim, text: 'Fra veggen' }),
      await wall.ask('note:withdraw', { stationId: siege.station, id: siege.ground.victim }),
      await wall.ask('round:start', { round: 2 }),
    ];
    expect(answers.map((one) => (one.ok ? 'ok' : one.error.code))).toEqual(Array(4).fill('forbidden'));
    wall.leave();
    await assertUnhurt('a wall');
  });

  test('without an answer wanted, or with one that can’t be called, hurt nobody', async () => {
    const engine = await Engine.joined();
    for (const name of names) {
      engine.send(`42["${name}"]`);
      engine.send(`42["${name}",{}]`);
      engine.send(`42["${name}",{},"no function"]`);
      engine.send(`42["${name}",{},{"call":"me"}]`);
      engine.send(`42["${name}",null,null,null,null]`);
    }
    expect(await engine.answers()).toBe(true);
    engine.end();
    await assertUnhurt('answers nobody wants');
  });

  test('in a flood are told to slow down, and the hall’s others are not', async () => {
    const client = await HallClient.joined(siege.server.base, await somebody());
    const answers = await Promise.all(Array.from({ length: BURST * 3 }, () => client.ask('notes:mine', {})));
    const refused = answers.filter((one) => !one.ok && one.error.code === 'too_many');
    expect(refused.length).toBeGreaterThan(BURST);
    expect(answers.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(BURST);
    await assertUnhurt('a flood');
    client.leave();
  });
});

describe('handshakes', () => {
  test.each<[string, Record<string, unknown>]>([
    ['nothing', {}],
    ['a hall that is a number', { hallId: 5, token: 'x' }],
    ['a hall of a prototype', { hallId: '__proto__', token: 'x' }],
    ['a role that is none', { hallId: 'h_x', role: 'king', token: 'x' }],
    ['a token that is a list', { hallId: 'h_x', token: ['x'] }],
    ['a token of 50 kB', { hallId: 'h_x', token: 'x'.repeat(50_000) }],
    ['a wrong token', { hallId: 'h_x', token: 'x' }],
    ['a prototype', JSON.parse('{"__proto__":{"hallId":"h_x"},"token":"x"}')],
  ])('with %s are turned down with a word', async (name, auth) => {
    const client = await new HallClient(siege.server.base, { auth }).settled();
    expect(['malformed', 'session_ended']).toContain(client.refused);
    expect(client.state).toBe(null);
    client.leave();
    await assertUnhurt(name);
  });

  test('with a good token and another hall are turned down', async () => {
    const { token } = siege.sessions.organiser;
    const client = await new HallClient(siege.server.base, { auth: { hallId: newId('h'), token } }).settled();
    expect(client.refused).toBe('session_ended');
    client.leave();
  });

  test('two hundred that vanish at once leave nobody behind', async () => {
    const before = await connections();
    const people = await Promise.all(
      Array.from({ length: 100 }, () => HallClient.joined(siege.server.base, siege.sessions.participant)),
    );
    for (const one of people) (one.socket.io.engine.transport as unknown as { ws: WebSocket }).ws.terminate();
    const engines = await Promise.all(Array.from({ length: 100 }, () => Engine.open()));
    for (const engine of engines) engine.end();
    await assertUnhurt('two hundred who vanish');
    await until(async () => (await connections()) <= before, { what: 'all of them to be gone' });
  });

  async function connections(): Promise<number> {
    const { body } = await call<string>(siege.server.base, 'GET', '/metrics');
    return Number(/^vandrehallen_hall_connections (\d+)$/m.exec(body)?.[1]);
  }
});

test('what is on disk after all this is the same board', () => siege.assertReloads(), 60_000);
