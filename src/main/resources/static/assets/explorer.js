// The start page: what somebody may do, and what would help where they may not.

import { call } from './api.js';
import { begin, byId, element } from './page.js';

const describe = (part) => {
  if (part.state !== 'known') {
    return `unknown: ${part.why}`;
  }
  return part.values.length > 30 ? `${part.values.length} of them` : part.values.join(', ') || 'none';
};

const help = (reason) => reason.consent_url
  ? element('a', { href: `${reason.consent_url}&returnTo=/` }, `Consent to ${reason.any_of[0]}`)
  : reason.next_step ?? '';

const row = ({ operation, decision, reasons = [] }) => element('tr', {},
  element('th', { scope: 'row' }, operation),
  element('td', { class: decision }, decision),
  element('td', {}, reasons.map((reason) => element('p', {}, `${reason.detail} `, help(reason)))));

const permissions = async () => {
  const { results } = await call('/api/me/permissions', { byItself: true });
  byId('permissions').replaceChildren(...results.map(row));
};

await begin(async () => {
  const me = await call('/api/me');
  Object.entries({ Roles: me.roles.join(', ') || 'none known', 'Consented scopes': describe(me.grant), Groups: describe(me.groups) })
    .forEach(([term, text]) => byId('me').append(element('dt', {}, term), element('dd', {}, text)));
  await permissions();
  return permissions;
});
