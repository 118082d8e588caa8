/**
 * Asks a language model by an OpenAI-compatible address. What comes back is untrusted: it is limited in time and size
 * and read by whoever asked. No redirect is followed, and the key goes nowhere but into its header.
 */

import type { Clock } from '../ports.ts';
import type { ModelConfig } from './modelConfig.ts';

/** How a call went wrong. `status` is HTTP's, where there was an answer. */
export class ModelFault extends Error {
  override name = 'ModelFault';
  readonly kind: 'dead' | 'slow' | 'refused' | 'malformed' | 'too_large' | 'not_allowed' | 'busy';
  readonly status: number | undefined;

  constructor(kind: ModelFault['kind'], status?: number) {
    super(status === undefined ? kind : `${kind} ${status}`);
    this.kind = kind;
    this.status = status;
  }
}

export interface ModelLine {
  config: ModelConfig;
  clock: Clock;
}

/** What a model is asked, with the shape of the answer as a JSON schema. */
export interface Prompt {
  system: string;
  user: string;
  name: string;
  schema: object;
}

/** How the shape is asked for, the strictest first. */
const FORMATS = ['json_schema', 'json_object', 'none'] as const;
type Format = (typeof FORMATS)[number];

const THOUGHTS = ['<think>', '</think>'] as const;
const CHAT_BYTES = 1_000_000;
/** What servers say to a `response_format` that they do not know; some of them stumble. */
const FORMAT_REFUSED = new Set([400, 404, 415, 422, 500, 501]);

/**
 * Asks for JSON, first by schema, then as any JSON, then by words alone; some servers accept a schema and ignore it.
 * @param read what the answer says; null where it is not of the shape asked for
 * @throws {ModelFault}
 */
export async function askForJson<T>(
  line: ModelLine,
  prompt: Prompt,
  read: (answer: unknown) => T | null,
  signal: AbortSignal,
): Promise<T> {
  let fault = new ModelFault('malformed');
  for (const format of FORMATS) {
    try {
      const body = await post(
        line,
        'chat/completions',
        chatBody(line.config, prompt, format),
        CHAT_BYTES,
        signal,
      );
      const answer = readJson(contentOf(body));
      const told = answer === undefined ? null : read(answer);
      if (told !== null) return told;
      fault = new ModelFault('malformed');
    } catch (error) {
      fault = asFault(error);
      const again =
        fault.kind === 'malformed' || (fault.kind === 'refused' && FORMAT_REFUSED.has(fault.status ?? 0));
      if (!again) throw fault;
    }
  }
  throw fault;
}

function chatBody({ chat }: ModelConfig, { system, user, name, schema }: Prompt, format: Format): object {
  const shape = `Answer with one JSON object and nothing else. Its JSON schema: ${JSON.stringify(schema)}`;
  const messages = [
    { role: 'system', content: format === 'json_schema' ? system : `${system}\n\n${shape}` },
    { role: 'user', content: user },
  ];
  // The last try asks for nothing that a server could refuse.
  if (format === 'none') return { model: chat, messages };
  const asked =
    format === 'json_schema'
      ? { type: format, json_schema: { name, strict: true, schema } }
      : { type: format };
  return { model: chat, messages, temperature: 0, stream: false, response_format: asked };
}

/** One POST of JSON. @throws {ModelFault} */
export async function post(
  { config, clock }: ModelLine,
  path: string,
  body: object,
  bytes: number,
  signal: AbortSignal,
): Promise<unknown> {
  const slow = new AbortController();
  const cancel = clock.after(config.callMs, () => slow.abort());
  try {
    const response = await fetch(`${config.baseUrl}/${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(config.key ? { authorization: `Bearer ${config.key}` } : {}),
      },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.any([signal, slow.signal]),
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new ModelFault('refused', response.status);
    }
    const text = await readLimited(response, bytes);
    const answer = parse(text);
    if (answer === undefined) throw new ModelFault('malformed');
    return answer;
  } catch (error) {
    if (slow.signal.aborted || signal.aborted) throw new ModelFault('slow');
    throw asFault(error);
  } finally {
    cancel();
  }
}

async function readLimited(response: Response, most: number): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const piece = await reader?.read();
    if (!piece || piece.done) break;
    size += piece.value.byteLength;
    if (size > most) {
      await reader?.cancel();
      throw new ModelFault('too_large');
    }
    pieces.push(piece.value);
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** The text of the first choice; empty where the answer is of another shape. */
function contentOf(body: unknown): string {
  const choices = field(body, 'choices');
  const content = field(field(Array.isArray(choices) ? choices[0] : null, 'message'), 'content');
  return typeof content === 'string' ? content : '';
}

/** The JSON object in what a model said: by itself, in a fence, or after its thoughts. */
function readJson(content: string): unknown {
  const said = withoutThoughts(content).trim();
  const whole = parse(said);
  if (whole !== undefined) return whole;
  const [from, to] = [said.indexOf('{'), said.lastIndexOf('}')];
  return from >= 0 && to > from ? parse(said.slice(from, to + 1)) : undefined;
}

/** By hand: a pattern would look for the end anew from each beginning, and a model can say a hundred thousand of them. */
function withoutThoughts(content: string): string {
  let said = '';
  for (let from = 0; ; ) {
    const begin = content.indexOf(THOUGHTS[0], from);
    const end = begin < 0 ? -1 : content.indexOf(THOUGHTS[1], begin);
    if (end < 0) return said + content.slice(from);
    said += content.slice(from, begin);
    from = end + THOUGHTS[1].length;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

function asFault(error: unknown): ModelFault {
  return error instanceof ModelFault ? error : new ModelFault('dead');
}
