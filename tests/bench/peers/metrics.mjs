/** `/metrics` for servers that have none: event-loop delay since the last look, under the name prom-client gives it. */

import { monitorEventLoopDelay } from 'node:perf_hooks';

// The precision that prom-client uses unless told otherwise, so that ours and theirs are measured alike.
const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();

/** Answers `/metrics`. @returns whether the request was for it */
export function answerMetrics(request, response) {
  if (request.url !== '/metrics') return false;
  const p99 = delay.percentile(99) / 1e9;
  delay.reset();
  response.end(`nodejs_eventloop_lag_p99_seconds ${p99}\n`);
  return true;
}

/** Tells the benchmark where the server listens. */
export function tellPort(server) {
  const { port } = server.address();
  process.stdout.write(`${JSON.stringify({ listening: port })}\n`);
}
