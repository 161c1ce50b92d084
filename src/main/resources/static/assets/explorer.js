// The start page: what somebody may do, and what would help where they may not.

import { call, here } from './api.js';
import { begin, byId, element, orSay } from './page.js';
import { describeMe } from './me.js';
import { decided, part } from './decisions.js';

const address = () => new URL(location.href);

let rows = [];
let catalogue = new Map();
let name = '';

const link = (text, url, look = '') => element('a', { class: `button small ${look}`, href: `${url}&returnTo=${encodeURIComponent(here())}` }, text);

/** What is missing, in the first person and for somebody who can give it. */
function missing({ type, any_of: any = [], granted_by: roles = [], device_group: group, detail, admin_consent_url: consent, next_step: help }) {
  const one = any.join(' or ');
  return {
    ScopeNotConsented: `The app has no consent to ${one} for me.${consent ? ` For everybody it can be given at ${location.origin}${consent}` : ''}`,
    PrivilegeMissing: `None of my roles grants ${one}. ${roles.length ? `Any of these roles would do: ${roles.join(', ')}.` : 'No role here does.'}`,
    DeviceNotExposed: `I am not exposed to the device's group${group ? ` "${group}"` : ''}, or there is no such device.`,
  }[type] ?? `${detail} ${help}`;
}

/** A text that somebody can send to an administrator, who knows nothing of this page. */
function request({ operation, reasons }) {
  return [
    `Hello, I would like to use "${catalogue.get(operation).summary}" (${operation}) in Defender BFF.`,
    ...reasons.map(missing),
    `The device: ${address().searchParams.get('machine') ?? 'none in particular'}.`,
    `Thank you, ${name}`,
  ].join('\n');
}

function asking(result) {
  const said = element('span', { role: 'status' });
  const text = element('textarea', { readonly: true, rows: 6, 'aria-label': `Text about ${result.operation}` }, request(result));
  const copy = async () => {
    text.select();
    await navigator.clipboard.writeText(text.value).then(() => { said.textContent = 'Copied.'; },
      () => { said.textContent = 'Press Ctrl+C to copy.'; });
  };
  return element('details', {}, element('summary', {}, 'Ask an administrator'), text,
    element('button', { type: 'button', class: 'small', onclick: copy }, 'Copy'), said);
}

const applicationsOnly = ({ reasons }) => reasons.some(({ type }) => type === 'ApplicationOnly');

function nextStep(result) {
  const steps = result.reasons.flatMap((reason) => [
    reason.consent_url && link(`Consent to ${reason.any_of[0]}`, reason.consent_url),
    reason.admin_consent_url && link('Consent for everybody, as an administrator', reason.admin_consent_url, 'second'),
    reason.login_url && element('a', { class: 'button small', href: `${reason.login_url}?returnTo=${encodeURIComponent(here())}` }, 'Sign in again'),
  ]).filter(Boolean);
  return element('div', { class: 'steps' }, steps, applicationsOnly(result) ? null : asking(result));
}

function row(result) {
  const { operation, decision, parts, reasons } = result;
  const { summary, tag, state_change: change } = catalogue.get(operation);
  const inGeneral = !address().searchParams.has('machine') && !applicationsOnly(result);
  const about = { text: `${operation} ${summary} ${tag}`.toLowerCase(), decision, tag, change };
  return Object.assign(about, { node: element('tr', {},
    element('th', { scope: 'row' }, element('span', { class: 'id' }, operation), element('span', {}, summary),
      element('span', { class: 'note' }, `${tag}${change ? ' · changes something' : ''}`)),
    part('Consent', parts.grant),
    part('Role', parts.privileges),
    part('Device group', parts.exposure, inGeneral ? 'depends on the device' : null),
    decided(decision),
    element('td', {}, reasons.map(({ detail }) => element('p', {}, detail)), reasons.length ? nextStep(result) : null)) });
}

/** Shows the rows that were asked for, and says how many. */
function filter() {
  const words = byId('search').value.toLowerCase().split(/\s+/);
  const wanted = byId('decision').value;
  const tag = byId('tag').value;
  let shown = 0;
  for (const { node, text, decision, tag: mine, change } of rows) {
    const fits = { '': true, not: decision !== 'permit', change }[wanted] ?? decision === wanted;
    node.hidden = !(fits && (!tag || mine === tag) && words.every((word) => text.includes(word)));
    shown += node.hidden ? 0 : 1;
  }
  const refused = rows.filter(({ decision }) => decision === 'deny').length;
  byId('count').textContent = `${shown} of ${rows.length} shown. Refused to you: ${refused}.`;
}

/** Where something can be done about it stands first. */
const rank = (result) => applicationsOnly(result) ? 2 : ['deny', 'unproven', '', 'permit'].indexOf(result.decision);

async function permissions() {
  const machine = address().searchParams.get('machine') ?? '';
  byId('machine').value = machine;
  byId('about').textContent = machine ? `Operations for the device ${machine}, the refused ones first`
    : 'Operations in general, for devices that are exposed to you; the refused ones first';
  const { results } = await call(`/api/me/permissions${machine && `?machine=${encodeURIComponent(machine)}`}`, { byItself: true });
  rows = results.toSorted((one, other) => rank(one) - rank(other)).map(row);
  byId('permissions').replaceChildren(...rows.map(({ node }) => node));
  filter();
}

/** The device is in the address, so that reloading and going back show it again. */
function choose(event) {
  event.preventDefault();
  const to = address();
  const machine = byId('machine').value.trim();
  to.search = machine ? `?machine=${encodeURIComponent(machine)}` : '';
  history.pushState(null, '', to);
  return permissions();
}

await begin(async (session) => {
  name = session.name;
  const [{ operations }] = await Promise.all([call('/api/operations', { byItself: true }), describeMe()]);
  catalogue = new Map(operations.map((operation) => [operation.operation, operation]));
  const tags = [...new Set(operations.map(({ tag }) => tag))].sort();
  byId('tag').append(...tags.map((tag) => element('option', {}, tag)));
  byId('machine-form').addEventListener('submit', orSay(choose));
  ['search', 'decision', 'tag'].forEach((id) => byId(id).addEventListener('input', filter));
  addEventListener('popstate', orSay(permissions));
  byId('signed-in').hidden = false;
  await permissions();
  return permissions;
});
