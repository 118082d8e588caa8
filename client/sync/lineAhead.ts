/**
 * The board channel, opened while the page itself still comes: by the time the view stands, the board's bytes are
 * here. Runs before all else and imports nothing; the board's connection takes the socket over as if it were its own.
 */

/** SyncStep1 of an empty document: "send me everything". */
const ASK_ALL = Uint8Array.of(0, 0, 1, 0);
/** A view that has not come by then, on a thin line even, has gone elsewhere. */
const KEPT_MS = 120_000;
const BOARD = /^\/hall\/([^/]+)\/(?:board|outline)\/([^/]+)$/;

interface Ahead {
  url: URL;
  socket: WebSocket;
  /** What has come, in order. */
  heard: unknown[];
  asked: boolean;
  /** Leaves the socket to whoever takes it. */
  letGo(): void;
}

let ahead: Ahead | null = null;

/** Opens the line of the board that the address names, where a session is likely to be there already. */
export function openAhead(
  place: Pick<Location, 'protocol' | 'host' | 'pathname' | 'hash'>,
  Socket = WebSocket,
): void {
  const [, hall, station] = BOARD.exec(place.pathname) ?? [];
  // A key in the address is still to be exchanged, and may be another person's than the session that is here.
  if (!hall || !station || place.hash.length > 1) return;
  const url = new URL(`${place.protocol === 'https:' ? 'wss' : 'ws'}://${place.host}/board/${station}?v=1`);
  const role = roleIn(hall);
  if (role) url.searchParams.set('role', role);
  const socket = new Socket(url);
  socket.binaryType = 'arraybuffer';
  const opened: Ahead = { url, socket, heard: [], asked: false, letGo };
  const ask = () => {
    opened.asked = true;
    socket.send(ASK_ALL);
  };
  const hear = ({ data }: MessageEvent) => opened.heard.push(data);
  socket.addEventListener('open', ask);
  socket.addEventListener('message', hear);
  const tooLate = setTimeout(() => {
    letGo();
    socket.close();
  }, KEPT_MS);
  ahead = opened;

  function letGo(): void {
    clearTimeout(tooLate);
    socket.removeEventListener('open', ask);
    socket.removeEventListener('message', hear);
    ahead = null;
  }
}

/** As who the person was here last (`useMe.ts`); unknown, the server takes the strongest session, as for the hall. */
function roleIn(hall: string): string | null {
  try {
    return JSON.parse(localStorage.getItem(`vh.me.${hall}`) ?? '{}').role ?? null;
  } catch {
    return null;
  }
}

/** A WebSocket class that hands out the socket that was opened ahead, once, where it leads to the same place. */
export function takesAhead(Base: typeof WebSocket): typeof WebSocket {
  return new Proxy(Base, {
    construct: (target, args: [string], made) =>
      take(args[0], made.prototype) ?? Reflect.construct(target, args, made),
  });
}

function take(url: string, prototype: WebSocket): WebSocket | null {
  if (!ahead || !leadsTo(ahead.url, new URL(url))) return null;
  const { socket, heard, asked, letGo } = ahead;
  letGo();
  // What the server would not have is heard of by asking again: then there is somebody to hear it.
  if (socket.readyState > socket.OPEN) return null;
  Object.setPrototypeOf(socket, prototype);
  if (!asked) return socket;
  const { send } = prototype;
  socket.send = (data) => {
    // The first word of every connection; where it is the same, it has been said.
    Reflect.deleteProperty(socket, 'send');
    if (!(data instanceof Uint8Array) || String(data) !== String(ASK_ALL)) send.call(socket, data);
  };
  queueMicrotask(() => {
    socket.onopen?.(new Event('open'));
    for (const data of heard) socket.onmessage?.(new MessageEvent('message', { data }));
  });
  return socket;
}

/** Without a role the line is the strongest session's; that is who one is, unless this browser was told otherwise. */
function leadsTo(opened: URL, wanted: URL): boolean {
  const role = opened.searchParams.get('role');
  return (
    opened.host === wanted.host &&
    opened.pathname === wanted.pathname &&
    (role === null || role === wanted.searchParams.get('role'))
  );
}
