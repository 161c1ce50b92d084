// What must not compile: a line that did would fail the build, since nothing is wrong with it to expect.
import { Bff, type Schemas } from '../src/client.js';

export async function misuse(bff: Bff, id: string, machine: Schemas['Machine']) {
  // @ts-expect-error there is no such path
  await bff.get('/api/machinez');
  // @ts-expect-error it is a POST
  await bff.get('/api/machines/{id}/isolate', { path: { id } });
  // @ts-expect-error the id is missing
  await bff.get('/api/machines/{id}');
  // @ts-expect-error a comment is mandatory
  await bff.post('/api/machines/{id}/isolate', { path: { id }, body: {} });
  // @ts-expect-error a body is mandatory
  await bff.post('/api/machines/{id}/isolate', { path: { id } });
  // @ts-expect-error no such kind of isolation
  await bff.post('/api/machines/{id}/isolate', { path: { id }, body: { Comment: 'x', IsolationType: 'Half' } });
  // @ts-expect-error the option has a dollar sign
  await bff.get('/api/machines', { query: { filter: 'x' } });
  // @ts-expect-error one machine is no list
  bff.rows('/api/machines/{id}', { path: { id } });
  // @ts-expect-error a list is no stream
  bff.stream('/api/machines');
  // @ts-expect-error a property may be null
  machine.computerDnsName.length;
  for await (const news of bff.stream('/api/live/machineactions/{id}', { path: { id } })) {
    // @ts-expect-error only progress has a status
    news.data.status;
  }
}
