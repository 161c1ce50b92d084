// What a frontend would write with the generated types; it must compile.
import type { components, operations, paths } from './openapi.js';

type Body<Id extends keyof operations> = operations[Id] extends {
  requestBody: { content: { 'application/json': infer Content } };
}
  ? Content
  : never;

const isolate: Body<'machines.isolate'> = { Comment: 'INC-4711', IsolationType: 'Full' };
const machine: components['schemas']['Machine'] = { id: 'a', machineTags: ['crown-jewel'] };
const list: keyof paths = '/api/machines';

export function next(page: operations['machines.list']['responses'][200]['content']['application/json']): string | undefined {
  return page['@odata.nextLink'] ?? undefined;
}

// @ts-expect-error a comment is mandatory
const silent: Body<'machines.isolate'> = {};

export { isolate, list, machine, silent };

export function signInAddress(session: components['schemas']['Session']): string | undefined {
  return session.signed_in ? undefined : session.login_url;
}

export function permitted(permissions: components['schemas']['Permissions']): string[] {
  return permissions.results.filter(({ decision }) => decision === 'permit').map(({ operation }) => operation);
}
