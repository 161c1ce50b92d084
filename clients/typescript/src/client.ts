// The API as typed calls: one method for each HTTP method, lists as iterators, problems as errors.
import type { components, paths } from './openapi.js';
import { ProblemError } from './problem.js';
import { events, type Streams, type StreamEvent } from './stream.js';

export { ProblemError, type Problem, type Reason } from './problem.js';
export type { Streams, StreamEvent } from './stream.js';
export type { operations, paths } from './openapi.js';
/** What the API takes and answers, by name: `Schemas['Machine']`. */
export type Schemas = components['schemas'];

type Method = 'get' | 'post' | 'patch' | 'delete';
type Paths<M extends Method> = { [P in keyof paths]: paths[P][M] extends object ? P : never }[keyof paths];
type Content<T> = T extends { content: { 'application/json': infer Json } } ? Json : never;
type Success<R> = R extends object ? R[Extract<keyof R, 200 | 201 | 202>] : never;
type Optional<K extends string, T> = [T] extends [never] ? { [N in K]?: never }
  : undefined extends T ? { [N in K]?: NonNullable<T> }
    : {} extends T ? { [N in K]?: T } : { [N in K]: T };
type Part<O, N extends string> = O extends { parameters: { [K in N]?: infer T } } ? T : never;
type Body<O> = O extends { requestBody: { content: infer C } }
  ? C extends { 'application/json': infer Json } ? Json : FormData
  : never;

/** What a call takes: `path`, `query` and `body` as the operation declares them, and what any call may have. */
export type Input<P extends keyof paths, M extends Method> = Optional<'path', Part<paths[P][M], 'path'>>
  & Optional<'query', Part<paths[P][M], 'query'>> & Optional<'body', Body<paths[P][M]>>
  & { headers?: Record<string, string>; signal?: AbortSignal };
type Arguments<I> = {} extends I ? [input?: I] : [input: I];
/** What a call answers; undefined where the answer has no body. */
export type Answer<P extends keyof paths, M extends Method> =
  paths[P][M] extends { responses: infer R } ? [Content<Success<R>>] extends [never] ? undefined : Content<Success<R>> : never;
type Row<A> = A extends { value: (infer R)[] } ? R : never;
type Lists = { [P in Paths<'get'>]: [Row<Answer<P, 'get'>>] extends [never] ? never : P }[Paths<'get'>];
type Loose = { path?: object; query?: object; body?: unknown; headers?: Record<string, string>; signal?: AbortSignal };

/** What a page need not say, but another runtime or a test must. */
export interface Options {
  /** Where the service is; the page's own origin without it. */
  readonly baseUrl?: string;
  readonly fetch?: typeof fetch;
  /** The value of a cookie; read from `document.cookie` without it. */
  readonly cookie?: (name: string) => string | undefined;
}

/** The service, as one frontend calls it. Every failure that has a problem rejects with a {@link ProblemError}. */
export class Bff {
  readonly #options: Options;
  #names: { cookie: string; header: string } | undefined;

  constructor(options: Options = {}) {
    this.#options = options;
  }

  get<P extends Paths<'get'>>(path: P, ...[input]: Arguments<Input<P, 'get'>>): Promise<Answer<P, 'get'>> {
    return this.#json('GET', address(path, input), input);
  }

  post<P extends Paths<'post'>>(path: P, ...[input]: Arguments<Input<P, 'post'>>): Promise<Answer<P, 'post'>> {
    return this.#json('POST', address(path, input), input);
  }

  patch<P extends Paths<'patch'>>(path: P, ...[input]: Arguments<Input<P, 'patch'>>): Promise<Answer<P, 'patch'>> {
    return this.#json('PATCH', address(path, input), input);
  }

  delete<P extends Paths<'delete'>>(path: P, ...[input]: Arguments<Input<P, 'delete'>>): Promise<Answer<P, 'delete'>> {
    return this.#json('DELETE', address(path, input), input);
  }

  /** The rows of a list, page after page; the next page is asked for when its first row is. */
  async *rows<P extends Lists>(path: P, ...[input]: Arguments<Input<P, 'get'>>): AsyncGenerator<Row<Answer<P, 'get'>>, void> {
    for (let next: string | undefined = address(path, input); next;) {
      const page: { value: Row<Answer<P, 'get'>>[]; '@odata.nextLink'?: string } = await this.#json('GET', next, input);
      yield* page.value;
      next = page['@odata.nextLink'];
    }
  }

  /** What a stream tells, to its end; resumed when the connection breaks, closed by `break` or the signal. */
  stream<P extends keyof Streams>(path: P, ...[input]: Arguments<Input<P, 'get'>>): AsyncGenerator<StreamEvent<P>, void> {
    const signal = (input as Loose | undefined)?.signal;
    return events<StreamEvent<P>>((headers) => this.send('GET', address(path, input), { ...(input as Loose), headers }), signal);
  }

  /** The answer itself, whatever its body is: for downloads, CSV and paths that answers contain. */
  async send(method: string, path: string, input: Loose = {}): Promise<Response> {
    const { body, signal } = input;
    const json = body !== undefined && !(body instanceof FormData);
    const response = await this.#fetch(path, {
      method,
      headers: {
        Accept: 'application/json',
        ...(json && { 'Content-Type': 'application/json' }),
        ...(method !== 'GET' && await this.#csrf()),
        ...input.headers,
      },
      ...(body !== undefined && { body: json ? JSON.stringify(body) : body as FormData }),
      ...(signal && { signal }),
    });
    if (!response.ok) throw await ProblemError.of(response);
    return response;
  }

  async #json<T>(method: string, path: string, input: unknown): Promise<T> {
    const text = await (await this.send(method, path, input as Loose)).text();
    return (text ? JSON.parse(text) : undefined) as T;
  }

  /** The cookie is read before every change, since sign-in and sign-out renew it; asking for the session sets it. */
  async #csrf(): Promise<Record<string, string>> {
    const read = this.#options.cookie ?? fromDocument;
    const known = this.#names && read(this.#names.cookie);
    if (this.#names && known) return { [this.#names.header]: known };
    const session: Schemas['Session'] = await this.#json('GET', '/api/session', {});
    this.#names = session.csrf;
    return { [session.csrf.header]: read(session.csrf.cookie) ?? '' };
  }

  #fetch(path: string, init: RequestInit): Promise<Response> {
    return (this.#options.fetch ?? fetch)((this.#options.baseUrl ?? '') + path, init);
  }
}

function address(path: string, input: unknown): string {
  const { path: values = {}, query = {} } = (input ?? {}) as Loose;
  const filled = Object.entries(values).reduce((text, [name, value]) =>
    text.replace(`{${name}}`, () => encodeURIComponent(String(value))), path);
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return filled + (pairs.length ? `?${pairs.join('&')}` : '');
}

const fromDocument = (name: string) => document.cookie.split('; ')
  .find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
