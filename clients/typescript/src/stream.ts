// Streams of server-sent events, read with `fetch`: so they run in Node too, and a refusal has its problem.
import type { components } from './openapi.js';
import { ProblemError } from './problem.js';

type Schemas = components['schemas'];

/** What each stream tells, by the event's name. */
export interface Streams {
  '/api/live/machineactions/{id}': { progress: Schemas['Progress']; end: End };
  '/api/live/alerts': { alert: Schemas['Alert']; reset: { as_of: string }; end: End };
  '/api/live/permissions': {
    permissions: { as_of: string }; session: { signed_in: false; login_url: string }; end: End;
  };
  '/api/bulk/runs/{id}/events': { run: Schemas['BulkRun']; machine: Schemas['BulkStep']; end: Schemas['BulkRun'] };
}

type End = { reason: 'completed' | 'session-ended' | 'problem' };
type Told<E> = { [N in keyof E]: { event: N; data: E[N] } }[keyof E];

/** One event, told apart by `event`. After `end` the iteration is over; a `problem` alone leaves it going. */
export type StreamEvent<P extends keyof Streams> = Told<Streams[P] & { problem: Schemas['Problem'] }>;

/** No connection, which fetch tells as a TypeError, or an instance that is stopping: another one goes on. */
const passes = (error: unknown) =>
  error instanceof TypeError || (error instanceof ProblemError && [502, 503, 504].includes(error.status));

/** Opens the stream, and again after its last event whenever the connection breaks. */
export async function* events<E>(
  open: (headers: Record<string, string>) => Promise<Response>, signal?: AbortSignal,
): AsyncGenerator<E, void> {
  let opened = false;
  let last = '';
  let wait = 3000;
  for (;;) {
    try {
      const response = await open({ Accept: 'text/event-stream', ...(last && { 'Last-Event-ID': last }) });
      opened = true;
      if (response.status === 204 || !response.body) return;
      for await (const fields of blocks(response.body)) {
        last = fields.get('id') ?? last;
        wait = Number(fields.get('retry') ?? wait);
        const event = fields.get('event');
        const data = fields.get('data');
        if (event === undefined || data === undefined || event === 'reconnect') continue;
        yield { event, data: JSON.parse(data) } as unknown as E;
        if (event === 'end') return;
      }
    } catch (error) {
      if (!opened || !passes(error) || signal?.aborted) throw error;
    }
    await pause(wait, signal);
  }
}

/** The fields of each event; what is incomplete when the connection breaks is dropped. */
async function* blocks(body: ReadableStream<Uint8Array>): AsyncGenerator<Map<string, string>, void> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  try {
    let rest = '';
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      const texts = (rest + chunk.value).split('\n\n');
      rest = texts.pop() ?? '';
      for (const text of texts) {
        yield new Map(text.split('\n').map((line) => [line.split(':', 1)[0]!, line.replace(/^[^:]*: ?/, '')]));
      }
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => { clearTimeout(timer); reject(signal?.reason); };
    const timer = setTimeout(() => { signal?.removeEventListener('abort', stop); resolve(); }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
