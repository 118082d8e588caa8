/** Which language model this server has, read from the environment with all that is wrong with it. */

import { BlockList, isIP } from 'node:net';

export interface ModelConfig {
  /** Ends in `/v1`. */
  baseUrl: string;
  /** The model that writes drafts; undefined: none does. */
  chat: string | undefined;
  /** The model that makes embeddings; undefined: none does. */
  embed: string | undefined;
  key: string | undefined;
  /** It lies outside this machine and its private network. */
  remote: boolean;
  /** How long one call may take. */
  callMs: number;
}

const CALL_SECONDS = 60;
const CALL_SECONDS_MAX = 600;
const NAMES = ['LLM_MODEL', 'LLM_API_KEY', 'EMBED_MODEL', 'LLM_ALLOW_REMOTE', 'LLM_TIMEOUT_SECONDS'] as const;

/** @returns undefined where no model is set up; faults are added to the list, and never repeat the key */
export function readModelConfig(
  value: (name: string) => string | undefined,
  faults: string[],
): ModelConfig | undefined {
  const base = value('LLM_BASE_URL');
  const allow = value('LLM_ALLOW_REMOTE');
  if (allow !== undefined && allow !== 'true' && allow !== 'false') {
    faults.push('LLM_ALLOW_REMOTE must be true or false');
  }
  const seconds = Number(value('LLM_TIMEOUT_SECONDS') ?? CALL_SECONDS);
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > CALL_SECONDS_MAX) {
    faults.push(`LLM_TIMEOUT_SECONDS must be a whole number from 1 to ${CALL_SECONDS_MAX}`);
  }
  if (base === undefined) {
    for (const name of NAMES) {
      if (value(name) !== undefined) faults.push(`${name} needs LLM_BASE_URL beside it`);
    }
    return undefined;
  }
  const url = readBase(base);
  if (!url) {
    faults.push(
      'LLM_BASE_URL must be an http or https address that ends in /v1, such as http://127.0.0.1:11434/v1',
    );
  }
  const [chat, embed] = [value('LLM_MODEL'), value('EMBED_MODEL')];
  if (chat === undefined && embed === undefined) {
    faults.push('LLM_BASE_URL needs LLM_MODEL or EMBED_MODEL beside it: without a name nothing can be asked');
  }
  const key = value('LLM_API_KEY');
  if (key !== undefined && !/^[\x21-\x7e]+$/.test(key)) {
    faults.push('LLM_API_KEY must be plain letters, digits and signs without spaces');
  }
  if (!url) return undefined;
  const remote = !isNear(url.hostname);
  if (remote && allow !== 'true') {
    faults.push(
      'LLM_BASE_URL lies outside this machine and its network: notes would leave it; set LLM_ALLOW_REMOTE=true if they may',
    );
  }
  if (remote && url.protocol === 'http:') {
    faults.push(
      'LLM_BASE_URL must be https where it lies outside: over http anybody on the way could read the notes',
    );
  }
  const baseUrl = url.href.replace(/\/$/, '');
  return { baseUrl, chat, embed, key, remote, callMs: seconds * 1_000 };
}

function readBase(text: string): URL | null {
  try {
    const url = new URL(text);
    const web = url.protocol === 'http:' || url.protocol === 'https:';
    const bare = !url.search && !url.hash && !url.username && !url.password;
    return web && bare && /\/v1\/?$/.test(url.pathname) ? url : null;
  } catch {
    return null;
  }
}

const near = new BlockList();
for (const [net, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  near.addSubnet(net, bits, 'ipv4');
}
near.addAddress('::1', 'ipv6');
near.addSubnet('fc00::', 7, 'ipv6');
near.addSubnet('fe80::', 10, 'ipv6');

/** Whether a host name or address is of this machine or a private network. A name that DNS alone could tell is not. */
export function isNear(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const kind = isIP(host);
  if (kind !== 0) return near.check(host, kind === 4 ? 'ipv4' : 'ipv6');
  // A name of one word is one of this network (of a container beside this one, say).
  return !host.includes('.') || /\.(localhost|local|internal|lan|home\.arpa)$/i.test(host);
}
