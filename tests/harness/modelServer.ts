/**
 * A language model for tests: a real HTTP server that speaks the OpenAI-compatible way and plays a part. It keeps every
 * byte that reached it, so that a test can tell what left.
 */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came. */
export interface AskedModel {
  path: string;
  headers: IncomingMessage['headers'];
  /** The whole body as text. */
  raw: string;
  /** `response_format.type`, or `none`. */
  format: string;
  /** The notes of the prompt, by alias. */
  notes: Map<string, string>;
}

/** Answers a chat: what the model says, as text or as anything to be written as JSON. */
type Says = (asked: AskedModel) => unknown;
/** Does whatever it wants with the response. */
type Plays = (response: ServerResponse, asked: AskedModel) => void;

export class ModelServer {
  readonly asked: AskedModel[] = [];
  /** How many are being answered at this moment, and at most were at once. */
  open = 0;
  mostOpen = 0;
  readonly #server = createServer((request, response) => void this.#take(request, response));
  #play: Plays = (response) => response.writeHead(500).end();

  static async start(): Promise<ModelServer> {
    const model = new ModelServer();
    await new Promise<void>((resolve) => model.#server.listen(0, '127.0.0.1', resolve));
    return model;
  }

  get base(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  /** All that ever reached it. */
  get received(): string {
    return this.asked
      .map(({ path, headers, raw }) => `${path}\n${JSON.stringify(headers)}\n${raw}`)
      .join('\n');
  }

  /** From now on it plays this part. Embeddings are answered by `plays` too. */
  plays(play: Plays): void {
    this.#play = play;
  }

  /** From now on it says this to every chat, as a good server would. */
  says(say: Says): void {
    this.#play = (response, asked) => answerChat(response, say(asked));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.open++;
    this.mostOpen = Math.max(this.mostOpen, this.open);
    response.once('close', () => this.open--);
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const raw = Buffer.concat(pieces).toString('utf8');
    const asked: AskedModel = {
      path: request.url ?? '',
      headers: request.headers,
      raw,
      format: 'none',
      notes: new Map(),
    };
    const body = JSON.parse(raw) as {
      response_format?: { type: string };
      messages?: { role: string; content: string }[];
    };
    asked.format = body.response_format?.type ?? 'none';
    for (const line of body.messages?.find(({ role }) => role === 'user')?.content.split('\n') ?? []) {
      const { id, text } = JSON.parse(line) as { id: string; text: string };
      asked.notes.set(id, text);
    }
    this.asked.push(asked);
    this.#play(response, asked);
  }
}

export function answerChat(response: ServerResponse, said: unknown): void {
  const content = typeof said === 'string' ? said : JSON.stringify(said);
  answerJson(response, { id: 'x', choices: [{ index: 0, message: { role: 'assistant', content } }] });
}

export function answerJson(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** An honest summary: one point of all notes that hold a word, with a quote. */
export function honestPoint({ notes }: AskedModel, word: string, title: string) {
  const cited = [...notes].filter(([, text]) => text.toLowerCase().includes(word));
  return {
    title,
    line: `${cited[0]?.[1] ?? title}`,
    notes: cited.map(([id]) => id),
    quotes: cited.slice(0, 1).map(([note, text]) => ({ note, text })),
  };
}
