/** What the terminal shows when the hall is open: the address on the local network, and a QR code of it. */

import { networkInterfaces } from 'node:os';
import QRCode from 'qrcode';
import type { Config } from './config.ts';

/** The address at which people in the room reach this server. */
export function roomAddress({ publicUrl, host }: Config, port: number): string {
  if (publicUrl) return new URL(publicUrl).origin;
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? (lanAddress() ?? 'localhost') : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/** The welcome: address and QR code, or the address alone where the terminal is no terminal. */
export async function banner(address: string, isTerminal: boolean): Promise<string> {
  const head = `\n  Vandrehallen is open at  ${address}\n`;
  if (!isTerminal) return head;
  const code = await QRCode.toString(address, { type: 'terminal', small: true });
  return `${head}\n${code}\n`;
}

function lanAddress(): string | undefined {
  const addresses = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
  // Container bridges are no way in for a phone; a home or office network is.
  return addresses.find((address) => /^(192\.168|10)\./.test(address)) ?? addresses[0];
}
