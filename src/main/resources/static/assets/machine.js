// The device page: without an id the devices one may see, with an id one view and what one may do.

import { call, Refusal } from './api.js';
import { pendingActions, permittedActions, resumeOrder } from './actions.js';
import { devices } from './devices.js';
import { section, showPart, told, when } from './parts.js';
import { begin, byId, element, say } from './page.js';

const id = new URLSearchParams(location.search).get('id');
const view = `/api/views/machines/${encodeURIComponent(id)}`;

function subject({ body }) {
  byId('title').textContent = body.computerDnsName || body.id;
  document.title = `${byId('title').textContent} · Defender BFF`;
  const facts = {
    System: [body.osPlatform, body.version].filter(Boolean).join(' '),
    Health: body.healthStatus,
    Risk: body.riskScore,
    Exposure: body.exposureLevel,
    Group: body.rbacGroupName,
    'Last seen': when(body.lastSeen),
  };
  byId('facts').replaceChildren(...Object.entries(facts).map(([term, fact]) =>
    element('div', {}, element('dt', {}, term), element('dd', {}, fact || 'not known'))));
}

/** Each part is shown for itself, so that one which failed hides no other. */
function show({ machine, permissions, ...others }) {
  subject(machine);
  if (permissions) {
    showPart('permissions', permissions, again, (body) => permittedActions(id, body.results, () => load('actions')));
  }
  for (const [name, part] of Object.entries(others)) {
    showPart(name, part, again);
  }
  if (others.actions?.state === 'loaded') {
    pendingActions(others.actions.body.value, () => load('actions'));
  }
}

/** Asks for all parts, or anew for one of them. */
async function load(name) {
  const anew = { byItself: true, headers: { 'Cache-Control': 'no-cache' } };
  show((await (name ? call(`${view}?parts=${name}`, anew) : call(view))).parts);
}

async function again(name) {
  say('Trying again …');
  await load(name);
  say('Tried again.');
  byId(`${name}-heading`).focus();
}

async function device() {
  byId('signed-in').append(
    element('p', {}, element('a', { href: '/machine.html' }, 'All devices')),
    element('dl', { id: 'facts', class: 'facts' }),
    section('permissions', 'What you may do'),
    element('ul', { id: 'running', class: 'plain', 'aria-label': 'Actions under way' }),
    ...['actions', 'alerts', 'people', 'vulnerabilities', 'recommendations', 'software'].map((name) => section(name)));
  try {
    await load();
  } catch (error) {
    if (!(error instanceof Refusal)) {
      throw error;
    }
    byId('title').textContent = 'This device cannot be shown';
    byId('signed-in').replaceChildren(told(error.problem), element('p', {}, element('a', { href: '/machine.html' }, 'Devices you may see')));
    return undefined;
  }
  resumeOrder(id);
  return () => load('permissions');
}

await begin(id ? device : devices);
