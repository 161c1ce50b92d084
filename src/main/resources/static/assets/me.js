// Who is signed in, what is known of their rights, and where else they are signed in.

import { call } from './api.js';
import { byId, element, orSay } from './page.js';

const when = (instant) => new Date(instant).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });

/** A part of what is known; unknown never means none. */
function known(part) {
  if (part.state !== 'known') {
    return `Unknown: ${part.why}.`;
  }
  return part.values.length === 0 ? 'None' : element('ul', { class: 'chips' }, part.values.map((value) => element('li', {}, value)));
}

function roles({ roles: held, groups }) {
  if (held.length > 0) {
    return known({ state: 'known', values: held });
  }
  return groups.state === 'known' ? 'None that is known here' : `Unknown: ${groups.why}.`;
}

function session({ id, current, browser, signed_in_at: since, last_used_at: used, ends_at: until }, again) {
  const end = async () => {
    await call(`/api/me/sessions/${id}`, { method: 'DELETE' });
    await again();
  };
  return element('li', {},
    element('span', {}, element('strong', {}, current ? 'This one' : 'Another one'), ` since ${when(since)}`),
    element('span', { class: 'note' }, `Used ${when(used)}, ends ${when(until)} at the latest. ${browser ?? ''}`),
    current ? null : element('button', { type: 'button', class: 'small', onclick: orSay(end) }, `End the session of ${when(since)}`));
}

async function sessions() {
  const { sessions: mine } = await call('/api/me/sessions', { byItself: true });
  byId('session-count').textContent = mine.length;
  byId('sessions').replaceChildren(...mine.map((one) => session(one, sessions)));
}

export async function describeMe() {
  const [me] = await Promise.all([call('/api/me'), sessions()]);
  const facts = {
    Name: `${me.person.name} (${me.person.username ?? me.person.object_id})`,
    Roles: roles(me),
    'Device groups': known(me.device_groups),
    Consented: known(me.grant),
  };
  byId('me').replaceChildren(...Object.entries(facts).flatMap(([term, fact]) => [element('dt', {}, term), element('dd', {}, fact)]));
}
