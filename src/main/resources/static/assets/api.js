// What every page needs of the service: the session, calls with the CSRF token, and problems as errors.

/** What the service refused, with the problem that it told (RFC 9457). */
export class Refusal extends Error {
  constructor(problem, retryAfter) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  /** The last part of the problem's type, such as `permission-denied`. */
  get kind() {
    return this.problem.type?.split(':').at(-1) ?? '';
  }
}

let csrf;

const cookie = (name) =>
  document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';

/** What every call that changes something has to send. */
export const csrfHeaders = () => ({ [csrf.header]: cookie(csrf.cookie) });

/** Asks the API. What a page does by itself says so, and does not keep the session alive. */
export async function call(path, { method = 'GET', body, byItself = false, headers = {} } = {}) {
  const response = await fetch(path, {
    method,
    headers: {
      Accept: 'application/json',
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...(byItself && { 'X-Session-Slide': 'false' }),
      ...(method !== 'GET' && csrfHeaders()),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const isJson = response.headers.get('Content-Type')?.includes('json'); // a proxy before the service may say something else
  const answer = isJson ? await response.json() : null;
  if (!response.ok) {
    throw new Refusal(answer ?? { title: `The service answered ${response.status}.` }, response.headers.get('Retry-After'));
  }
  return answer;
}

/** Who is signed in; to ask does not keep the session alive, to extend it does. */
export async function session({ extend = false } = {}) {
  const found = await call(extend ? '/api/session?slide=true' : '/api/session');
  csrf = found.csrf;
  return found;
}

/** An address for people to go to, and to come back to this very place. */
export const andBack = (url) => `${url}${url.includes('?') ? '&' : '?'}returnTo=${encodeURIComponent(here())}`;

/** This page, with what its address says. */
export const here = () => location.pathname + location.search + location.hash;

/** Listens to a stream until it ends; close what it returns when nobody looks any more. */
export function follow(path, tell) {
  const source = new EventSource(path);
  for (const [name, listener] of Object.entries(tell)) {
    if (name !== 'closed') {
      source.addEventListener(name, (event) => listener(event.data ? JSON.parse(event.data) : {}));
    }
  }
  source.addEventListener('end', () => source.close());
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) {
      tell.closed?.();
    }
  });
  return source;
}
