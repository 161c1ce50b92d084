// The devices that are exposed to the person, a page at a time, and those whose name begins as the address says.

import { call } from './api.js';
import { told, when } from './parts.js';
import { byId, element, orSay } from './page.js';

const ROWS = 20;
const search = new URLSearchParams(location.search).get('search')?.trim().toLowerCase() ?? '';

/** Quotes are doubled in OData, or they would end the text. */
const filter = search && `&$filter=${encodeURIComponent(`startswith(computerDnsName,'${search.replaceAll("'", "''")}')`)}`;

const row = (machine) => element('tr', {},
  element('th', { scope: 'row' }, element('a', { href: `/machine.html?id=${machine.id}` }, machine.computerDnsName || machine.id)),
  ...[machine.osPlatform, `Risk: ${machine.riskScore ?? 'not known'}`, machine.rbacGroupName, when(machine.lastSeen)]
    .map((text) => element('td', {}, text ?? '')));

/** Defender gives no next link where `$top` is asked for; then it is counted on. */
const nextPage = (page, known) => page['@odata.nextLink']
  ?? (page.value.length === ROWS ? `/api/machines?$top=${ROWS}&$skip=${known}${filter}` : null);

async function add(path) {
  const page = await call(path);
  const rows = page.value.map(row);
  byId('devices').append(...rows);
  const known = byId('devices').children.length;
  const next = nextPage(page, known);
  byId('count').textContent = known ? `${known} devices${next ? ', and there may be more' : ''}` : 'No device is exposed to you that begins so.';
  byId('more').replaceChildren(...next
    ? [element('button', { type: 'button', onclick: orSay(() => add(next).then((first) => first?.focus())) }, 'Next page')] : []);
  return rows[0]?.querySelector('a');
}

export async function devices() {
  byId('signed-in').append(
    element('form', { role: 'search', class: 'row' },
      element('label', { for: 'search' }, 'Name begins with'),
      element('input', { id: 'search', name: 'search', type: 'search', value: search }),
      element('button', { type: 'submit' }, 'Search')),
    element('table', {},
      element('caption', { id: 'count' }),
      element('thead', {}, element('tr', {}, ['Device', 'System', 'Risk', 'Group', 'Last seen'].map((name) => element('th', { scope: 'col' }, name)))),
      element('tbody', { id: 'devices' })),
    element('p', { id: 'more' }));
  try {
    await add(`/api/machines?$top=${ROWS}${filter}`);
  } catch (error) {
    byId('signed-in').replaceChildren(told(error.problem ?? { title: error.message }));
  }
}
