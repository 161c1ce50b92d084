import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Bff } from '../src/client.js';

const id = 'b54f1f2c-30f8-4f52-a6ea-05c4f1a4d2f0';
const progress = (status: string) => `event: progress\nid: ${status}\ndata: {"status":"${status}"}\n\n`;

test('a broken stream is opened again after its last event', async () => {
  const bodies = [
    `retry: 1\n\n: still here\n\n${progress('Pending')}event: progress\nda`,
    `event: reconnect\ndata: {}\n\n`,
    `${progress('Succeeded')}event: end\ndata: {"reason":"completed"}\n\n`,
  ];
  const from: (string | null)[] = [];
  const answer: typeof fetch = async (_, init) => {
    from.push(new Headers(init?.headers).get('Last-Event-ID'));
    return new Response(bodies[from.length - 1]);
  };
  const told = [];
  for await (const { event, data } of new Bff({ fetch: answer }).stream('/api/live/machineactions/{id}', { path: { id } })) {
    told.push(event === 'progress' ? data.status : event);
  }
  assert.deepEqual(told, ['Pending', 'Succeeded', 'end']);
  assert.deepEqual(from, [null, 'Pending', 'Pending']);
});

test('a stream waits for the next instance where one is stopping, and ends where it is refused', async () => {
  const answers = [
    () => new Response(`retry: 1\n\n${progress('Pending')}`),
    () => Response.json({ type: 'urn:defender-bff:problem:streams-unavailable', title: 'No streams' }, { status: 503 }),
    () => new Response('<h1>Bad gateway</h1>', { status: 502 }),
    () => new Response(progress('InProgress')),
    () => Response.json({ type: 'urn:defender-bff:problem:permission-denied', title: 'No' }, { status: 403 }),
  ];
  const told: unknown[] = [];
  const listen = async () => {
    const bff = new Bff({ fetch: async () => answers.shift()!() });
    for await (const { data } of bff.stream('/api/live/machineactions/{id}', { path: { id } })) told.push(data);
  };
  await assert.rejects(listen, { status: 403 });
  assert.deepEqual(told, [{ status: 'Pending' }, { status: 'InProgress' }]);
});
