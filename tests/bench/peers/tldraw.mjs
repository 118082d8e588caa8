/** tldraw's sync-core: one `TLSocketRoom` on `ws`, in memory, with NOTES notes on its page from the start. */

import { createServer } from 'node:http';
import { TLSocketRoom } from '@tldraw/sync-core';
import { createTLSchema, toRichText } from '@tldraw/tlschema';
import { getIndices } from '@tldraw/utils';
import * as ws from 'ws';
import { answerMetrics, tellPort } from './metrics.mjs';

const schema = createTLSchema();
const room = new TLSocketRoom({ schema });
const indices = getIndices(Number(process.env.NOTES ?? 0));
await room.updateStore((store) => {
  for (const [number, index] of indices.entries()) store.put(note(number, index));
});

const http = createServer((request, response) => {
  // A client must say which schema it has: it says the server's own.
  if (request.url === '/schema') response.end(JSON.stringify(schema.serialize()));
  else if (!answerMetrics(request, response)) response.end();
});
const sockets = new ws.WebSocketServer({ server: http, perMessageDeflate: false });
let sessions = 0;
sockets.on('connection', (socket) => {
  room.handleSocketConnect({ sessionId: `session-${sessions++}`, socket });
});
http.listen(0, '127.0.0.1', () => tellPort(http));

function note(number, index) {
  return {
    id: `shape:note-${number}`,
    typeName: 'shape',
    type: 'note',
    x: (number % 20) * 224,
    y: Math.floor(number / 20) * 224,
    rotation: 0,
    index,
    parentId: 'page:page',
    isLocked: false,
    opacity: 1,
    meta: {},
    props: {
      color: 'yellow',
      labelColor: 'black',
      size: 'm',
      font: 'sans',
      fontSizeAdjustment: 1,
      align: 'middle',
      verticalAlign: 'middle',
      growY: 0,
      url: '',
      richText: toRichText(`Lapp nummer ${number}: noe som kan prøves for å få flere med`),
      scale: 1,
      textLastEditedBy: null,
    },
  };
}
