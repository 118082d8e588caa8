/** Headers that every answer bears: nothing is loaded from, sent to, framed by or told to any other host. */

import type { RequestHandler } from 'express';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join('; ');

/** @param secure whether people reach the server by TLS */
export function securityHeaders(secure: boolean): RequestHandler {
  return (_request, response, next) => {
    response.setHeader('Content-Security-Policy', POLICY);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.setHeader(
      'Permissions-Policy',
      'camera=(), microphone=(), geolocation=(), screen-wake-lock=(self)',
    );
    if (secure) {
      response.setHeader('Strict-Transport-Security', 'max-age=31536000');
      // Browsers heed it on TLS only, and warn on plain http.
      response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    }
    next();
  };
}
