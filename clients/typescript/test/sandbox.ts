// What the tests have of the sandbox: an address, and the cookies of sessions made beforehand.
import { Bff } from '../src/client.js';

function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; TypeScriptClientTests sets it`);
  return value;
}

/** A browser's cookies, in a runtime that has none. */
export class Jar {
  readonly cookies = new Map<string, string>();
  readonly sent: { path: string; method: string; headers: Headers }[] = [];

  constructor(session?: string) {
    if (session) this.cookies.set(given('BFF_SESSION_COOKIE'), session);
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('Cookie', [...this.cookies].map((pair) => pair.join('=')).join('; '));
    this.sent.push({ path: String(input).replace(given('BFF_URL'), ''), method: init?.method ?? 'GET', headers });
    const response = await fetch(input, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (name) this.cookies.set(name, value ?? '');
    }
    return response;
  };

  get bff(): Bff {
    return new Bff({ baseUrl: given('BFF_URL'), fetch: this.fetch, cookie: (name) => this.cookies.get(name) });
  }
}

export const rune = () => new Jar(given('BFF_RUNE'));
export const alva = () => new Jar(given('BFF_ALVA'));
export const machine = given('BFF_MACHINE');
