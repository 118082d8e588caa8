/** A message to many sockets: framed once, and the same bytes written to each. */

import type { Duplex } from 'node:stream';
import * as ws from 'ws';
import type { Frame } from '../ports.ts';

/** A binary message of the server's as one WebSocket frame (RFC 6455, 5.2), made once for all its receivers. */
function framed(bytes: Uint8Array): Buffer {
  const { length } = bytes;
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const wire = Buffer.allocUnsafe(head + length);
  wire[0] = 0x82;
  if (head === 2) wire[1] = length;
  else if (head === 4) {
    wire[1] = 126;
    wire.writeUInt16BE(length, 2);
  } else {
    wire[1] = 127;
    wire.writeBigUInt64BE(BigInt(length), 2);
  }
  wire.set(bytes, head);
  return wire;
}

/** Sends a frame; its wire form is kept in it for the next receiver. A socket that is not open is passed over. */
export function sendFramed(socket: ws.WebSocket, frame: Frame): void {
  if (socket.readyState !== ws.WebSocket.OPEN) return;
  frame.wire ??= framed(frame.bytes);
  // Without compression `ws` keeps no queue of its own, so bytes written here stay in order with its control frames.
  (socket as unknown as { _socket: Duplex })._socket.write(frame.wire as Buffer);
}
