import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemError } from '../src/client.js';
import { alva, Jar, machine, rune } from './sandbox.js';

const order = { path: { id: machine }, body: { Comment: 'INC-4711: odd sign-ins', IsolationType: 'Full' } } as const;

test('the session says who is signed in', async () => {
  assert.equal((await rune().bff.get('/api/session')).name, 'Rune Responder');
});

test('a call without a session says where to sign in', async () => {
  await assert.rejects(new Jar().bff.get('/api/machines'), (error) => error instanceof ProblemError
    && error.isSignedOut && !error.isStepUp && error.status === 401 && error.problem.login_url === '/login');
});

test('rows of a list come across its pages', async () => {
  const jar = rune();
  const ids = [];
  for await (const row of jar.bff.rows('/api/deviceavinfo')) ids.push(row.id);
  assert.ok(jar.sent.length > 1, 'more than one page');
  assert.ok(ids.length > 20);
  assert.equal(new Set(ids).size, ids.length);
});

test('a page is not asked for before its rows are wanted', async () => {
  const jar = rune();
  for await (const _ of jar.bff.rows('/api/deviceavinfo')) break;
  assert.equal(jar.sent.length, 1);
});

test('filters arrive as they are meant', async () => {
  const page = await rune().bff.get('/api/machines', { query: { $filter: `id eq '${machine}'` } });
  assert.deepEqual(page.value.map(({ id }) => id), [machine]);
});

test('a refusal has typed reasons', async () => {
  const refusal = await alva().bff.post('/api/machines/{id}/isolate', order).catch((error) => error);
  assert.ok(refusal instanceof ProblemError);
  assert.equal(refusal.kind, 'permission-denied');
  assert.equal(refusal.message, refusal.problem.detail);
  for (const reason of refusal.reasons) {
    if (reason.type === 'PrivilegeMissing') return assert.ok(reason.next_step);
  }
  assert.fail(`no missing privilege in ${JSON.stringify(refusal.problem)}`);
});

test('an isolation is followed to its end', async () => {
  const { bff } = rune();
  const { id } = await bff.post('/api/machines/{id}/isolate', order);
  assert.ok(id);
  const told = [];
  for await (const news of bff.stream('/api/live/machineactions/{id}', { path: { id } })) {
    told.push(news.event === 'progress' ? news.data.status : news.event === 'end' ? news.data.reason : news.event);
  }
  assert.deepEqual(told.slice(-2), ['Succeeded', 'completed']);
});

test('a stream that may not be opened rejects with its problem', async () => {
  await assert.rejects(new Jar().bff.stream('/api/live/alerts').next(),
    (error) => error instanceof ProblemError && error.isSignedOut);
});

test('a stream is closed by its signal', async () => {
  const stop = new AbortController();
  const stream = rune().bff.stream('/api/live/permissions', { signal: stop.signal });
  const next = stream.next();
  setTimeout(() => stop.abort(), 100);
  await assert.rejects(next, { name: 'AbortError' });
});

test('a CSRF token that sign-in renewed is sent', async () => {
  const jar = rune();
  const { bff } = jar;
  const check = () => bff.post('/api/me/permissions/check', { body: { checks: [{ operation: 'machines.list' }] } });
  const header = () => jar.sent.at(-1)?.headers.get('X-XSRF-TOKEN');
  await check();
  const before = header();
  jar.cookies.delete('XSRF-TOKEN'); // as sign-in does
  assert.equal((await check()).results[0]?.decision, 'permit');
  assert.notEqual(header(), before);
  assert.equal(header(), jar.cookies.get('XSRF-TOKEN'));
});
