/** Where a request's credentials lie (bearer, query, cookies) and whether it comes from a page of ours (Origin). */

import type { IncomingMessage } from 'node:http';
import { ROLES, type Role } from '../../shared/domain/hall.ts';
import { HALL_ID, type HallId } from '../../shared/domain/ids.ts';

/** A token, and how it came: what a browser sends by itself (a cookie) needs an Origin of ours beside it. */
export interface Found {
  token: string;
  by: 'token' | 'cookie';
}

/** `missing` is what programs send; browsers always send an Origin with a WebSocket and with a POST. */
export type OriginKind = 'same' | 'missing' | 'foreign';

/** A cookie lasts as long as a hall does and a while after: 90 days, in seconds. */
const COOKIE_AGE = 90 * 24 * 3600;

export class Credentials {
  readonly #publicUrl: URL | null;

  constructor(publicUrl: string | undefined) {
    this.#publicUrl = publicUrl ? new URL(publicUrl) : null;
  }

  /** Under TLS cookies are `Secure` and bound to this host; on plain http, the hall in a box, such cookies don't exist. */
  get secure(): boolean {
    return this.#publicUrl?.protocol === 'https:';
  }

  /** Where this server is reached: PUBLIC_URL, or else the address that the request was sent to. */
  baseUrl(request: IncomingMessage): string {
    return this.#publicUrl?.origin ?? `http://${request.headers.host ?? 'localhost'}`;
  }

  originOf(request: IncomingMessage): OriginKind {
    const { origin, host } = request.headers;
    if (origin === undefined) return 'missing';
    try {
      const wanted = this.#publicUrl?.host ?? host?.toLowerCase();
      return new URL(origin).host === wanted ? 'same' : 'foreign';
    } catch {
      return 'foreign';
    }
  }

  /** The token for one hall: the one given, or the cookie of that role, or of the strongest role there is. */
  async forHall(
    request: IncomingMessage,
    asked: { hallId: HallId; role?: Role | undefined; token?: string | undefined },
  ): Promise<Found | null> {
    const token = asked.token ?? bearer(request);
    if (token) return { token, by: 'token' };
    const cookies = readCookies(request);
    for (const role of asked.role ? [asked.role] : ROLES) {
      const cookie = cookies.get(this.cookieName(role, asked.hallId));
      if (cookie) return { token: cookie, by: 'cookie' };
    }
    return null;
  }

  /** All tokens that the request bears. */
  all(request: IncomingMessage): Found[] {
    const found: Found[] = [];
    const token = bearer(request);
    if (token) found.push({ token, by: 'token' });
    for (const [name, value] of readCookies(request)) {
      if (OURS.test(name)) found.push({ token: value, by: 'cookie' });
    }
    return found;
  }

  cookieName(role: Role, hallId: HallId): string {
    return `${this.secure ? '__Host-' : ''}vh_${role}_${hallId}`;
  }

  /** The `Set-Cookie` of a session: HttpOnly, one for each hall and role. */
  setCookie(role: Role, hallId: HallId, token: string): string {
    const secure = this.secure ? '; Secure' : '';
    return `${this.cookieName(role, hallId)}=${token}; Path=/; Max-Age=${COOKIE_AGE}; HttpOnly; SameSite=Lax${secure}`;
  }
}

const OURS = new RegExp(`^(__Host-)?vh_(${ROLES.join('|')})_${HALL_ID.source.slice(1)}`);

function bearer(request: IncomingMessage): string | null {
  const header = request.headers.authorization;
  return header?.startsWith('Bearer ') ? header.slice(7).trim() || null : null;
}

function readCookies(request: IncomingMessage): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0) cookies.set(part.slice(0, at).trim(), part.slice(at + 1).trim());
  }
  return cookies;
}
