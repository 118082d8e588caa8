/** As much of a browser as HTTP sees: it keeps cookies, sends them all, and says which page it is on. */

import type { Answer } from './hall.ts';

export class WebPage {
  readonly base: string;
  readonly cookies = new Map<string, string>();
  /** The whole `Set-Cookie` lines that came, newest last. */
  readonly setCookies: string[] = [];
  /** The Origin it sends with writes; undefined: none. */
  origin: string | undefined;

  constructor(base: string, origin: string | undefined = base) {
    this.base = base;
    this.origin = origin;
  }

  get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async call<T = unknown>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T> & { headers: Headers }> {
    const response = await fetch(this.base + path, {
      method,
      headers: {
        ...(this.cookies.size > 0 ? { cookie: this.cookieHeader } : {}),
        ...(this.origin !== undefined && method !== 'GET' ? { origin: this.origin } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      this.setCookies.push(line);
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name) this.cookies.set(name, value ?? '');
    }
    const text = await response.text();
    const parsed = text.startsWith('{') ? JSON.parse(text) : text;
    return { status: response.status, body: parsed as T, headers: response.headers };
  }
}
