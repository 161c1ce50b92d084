// What the pages have in common: who is signed in and for how long, where else to go, and the end of the session.

import { andBack, call, follow, session } from './api.js';

const PAGES = [
  ['/', 'What I may do'],
  ['/machine.html', 'A device'],
  ['/what-if.html', 'What if'],
  ['/figures.html', 'Quota and cache'],
  ['/swagger-ui/index.html', 'Swagger UI'],
];

export const byId = (id) => document.getElementById(id);

/** An element with attributes, listeners (`onclick`) and children; what is null is left out. */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) {
      node.addEventListener(key.slice(2), value);
    } else if (value === true) {
      node.setAttribute(key, '');
    } else if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(key, value);
    }
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

/** What a link there and back needs: scripts may have changed this page's address when it is followed. */
export const thereAndBack = (url) => ({ href: andBack(url), onclick: ({ currentTarget }) => { currentTarget.href = andBack(url); } });

/** Tells what is going on, to those who see it and those who hear it. */
export const say = (text) => { byId('status').textContent = text; };

/** For promises of event listeners, where nobody else would hear of a failure. */
export const orSay = (action) => async (event) => {
  try {
    await action(event);
  } catch (error) {
    say(error.message);
  }
};

const time = (instant) => new Date(instant).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });

const left = (instant) => Math.max(0, Math.round((new Date(instant) - Date.now()) / 60_000));

function navigation() {
  return element('nav', { 'aria-label': 'Pages' }, PAGES.map(([path, name]) =>
    element('a', { href: path, 'aria-current': path === location.pathname ? 'page' : null }, name)));
}

async function signOut(found) {
  const { end_session_url: goOn } = await call(found.logout_url, { method: 'POST' });
  location.assign(goOn);
}

function sessionBar(found) {
  const until = element('span', { id: 'session-left' });
  const tell = ({ expires_at: end, ends_at: latest }) => {
    until.textContent = `${left(end)} min left; ends by ${time(latest)}`;
  };
  tell(found);
  let known = found;
  const ask = async (options) => {
    known = await session(options);
    if (!known.signed_in) {
      location.reload();
    } else {
      tell(known);
    }
  };
  setInterval(() => ask().catch(() => tell(known)), 30_000);
  return element('p', { class: 'session' }, until,
    element('button', { type: 'button', onclick: orSay(() => ask({ extend: true })) }, 'Stay signed in'),
    element('button', { type: 'button', id: 'sign-out', onclick: orSay(() => signOut(known)) }, 'Sign out'));
}

/** Watches, as long as somebody looks, for the end of the session and for other permissions. */
function watch(changed) {
  let source = null;
  const ended = async () => {
    if (!(await session()).signed_in) {
      location.reload();
    }
  };
  const look = () => {
    source?.close();
    source = document.hidden ? null : follow('/api/live/permissions', {
      permissions: orSay(changed),
      session: () => location.reload(),
      closed: orSay(ended),
    });
  };
  document.addEventListener('visibilitychange', look);
  addEventListener('pagehide', () => source?.close());
  look();
}

/**
 * Begins a page: the bar at the top, then what the page shows to somebody who is signed in. `show` gets the session;
 * what it returns is called when the person's permissions change.
 */
export async function begin(show) {
  try {
    const found = await session();
    if (!found.signed_in) {
      say('You are not signed in.');
      byId('signed-out').replaceChildren(element('a', { class: 'button', ...thereAndBack(found.login_url) }, 'Sign in'));
      byId('signed-out').hidden = false;
      return;
    }
    byId('bar').append(navigation(), sessionBar(found));
    byId('bar').hidden = false;
    say(`Signed in as ${found.name}`);
    const changed = await show(found);
    byId('signed-in')?.removeAttribute('hidden');
    watch(changed ?? (() => {}));
  } catch (error) {
    say(`Something went wrong: ${error.message}`);
  }
}
