// For administrators: what somebody could do who had other rights, and what differs from those they have.

import { call } from './api.js';
import { begin, byId, element, orSay } from './page.js';
import { decided, orRefused } from './decisions.js';

const KINDS = [['roles', 'Roles', 'a role'], ['scopes', 'Consented scopes', 'a scope'], ['groups', 'Entra groups', 'a group']];

let starts = [];
let before = null;
let after = null;
let choices = { roles: [], scopes: [], groups: [] };
let summaries = new Map();

const copy = (rights) => structuredClone(rights);

/** What an id of a group stands for, since nobody knows ids by heart. */
function groupNames({ roles, device_groups: devices }) {
  const about = new Map();
  const add = (id, text) => about.set(id, [...about.get(id) ?? [], text]);
  roles.forEach(({ name, groups }) => groups.forEach((id) => add(id, name)));
  devices.forEach(({ name, groups }) => groups.forEach((id) => add(id, name)));
  return about;
}

const label = (kind, value) => kind !== 'groups' ? value : `…${value.slice(-4)} (${choices.about.get(value)?.join(', ') ?? 'gives nothing here'})`;

function chip(kind, value) {
  const remove = () => { after[kind] = after[kind].filter((other) => other !== value); return show(); };
  return element('li', {}, `${label(kind, value)} `,
    element('button', { type: 'button', class: 'bare', 'aria-label': `Remove ${label(kind, value)}`, onclick: orSay(remove) }, '×'));
}

function editor([kind, title, one]) {
  const left = choices[kind].filter((value) => !after[kind].includes(value));
  const add = (event) => { after[kind].push(event.target.value); return show(); };
  return element('fieldset', {}, element('legend', {}, title),
    element('ul', { class: 'chips' }, after[kind].length ? after[kind].map((value) => chip(kind, value)) : element('li', {}, 'none')),
    element('label', { for: `add-${kind}` }, `Add ${one}`),
    element('select', { id: `add-${kind}`, onchange: orSay(add) },
      element('option', { value: '' }, left.length ? 'choose …' : 'all are there'),
      left.map((value) => element('option', { value }, label(kind, value)))));
}

async function simulate(rights) {
  const device = byId('device').value;
  return call('/api/policy/simulate', { method: 'POST', body: { ...rights, device_groups: device ? [device] : [] } });
}

function difference(was, is) {
  if (was === is) {
    return ['=', 'the same', 'same'];
  }
  return { permit: ['+', 'newly permitted', 'gained'], deny: ['−', 'newly refused', 'lost'], unproven: ['?', 'no longer known', 'changed'] }[is];
}

function row(was, is) {
  const [sign, word, look] = difference(was.decision, is.decision);
  return { look, text: `${is.operation} ${summaries.get(is.operation)}`.toLowerCase(), node: element('tr', { class: look },
    element('th', { scope: 'row' }, element('span', { class: 'id' }, is.operation), element('span', {}, summaries.get(is.operation))),
    decided(was.decision, 'Before'), decided(is.decision, 'After'),
    element('td', { 'data-column': 'Difference' }, element('span', { class: 'sign', 'aria-hidden': true }, sign), word),
    element('td', {}, is.reasons.map(({ detail }) => element('p', {}, detail.replaceAll('your roles', 'their roles').replaceAll(' for you', ' for them'))))) };
}

let rows = [];

function filter() {
  const words = byId('search').value.toLowerCase().split(/\s+/);
  for (const { node, text, look } of rows) {
    node.hidden = (byId('shown').value && look === 'same') || !words.every((word) => text.includes(word));
  }
}

async function show() {
  const focused = document.activeElement?.id;
  byId('kinds').replaceChildren(...KINDS.map(editor));
  byId(focused)?.focus();
  const [was, is] = await Promise.all([simulate(before), simulate(after)]);
  const order = ['gained', 'lost', 'changed', 'same'];
  rows = is.results.map((result, index) => row(was.results[index], result))
    .sort((one, other) => order.indexOf(one.look) - order.indexOf(other.look));
  const count = (look) => rows.filter((each) => each.look === look).length;
  byId('outcome').textContent = `${count('gained')} newly permitted, ${count('lost')} newly refused, `
    + `${count('same')} the same. Roles: ${is.roles.join(', ') || 'none'}.`;
  byId('results').replaceChildren(...rows.map(({ node }) => node));
  filter();
}

function begins() {
  const [, rights] = starts[byId('start').selectedIndex];
  before = copy(rights);
  after = copy(rights);
  return show();
}

const values = (part) => part.values ?? [];

await begin(() => orRefused(async () => {
  const named = await call('/api/policy/simulate');
  const [me, { operations }] = await Promise.all([call('/api/me'), call('/api/operations')]);
  summaries = new Map(operations.map(({ operation, summary }) => [operation, summary]));
  const about = groupNames(named);
  choices = { roles: named.roles.map(({ name }) => name), scopes: named.scopes, groups: [...about.keys()].sort(), about };
  const consented = values(me.grant);
  starts = [
    ['my own rights', { roles: [], scopes: consented, groups: values(me.groups), directory_roles: values(me.directory_roles) }],
    ...named.roles.map(({ name, groups }) => [`somebody in the groups of ${name}`, { roles: [], scopes: consented, groups, directory_roles: [] }]),
    ['nobody’s rights', { roles: [], scopes: [], groups: [], directory_roles: [] }],
  ];
  byId('start').append(...starts.map(([title]) => element('option', {}, title)));
  byId('device').append(...named.device_groups.map(({ name }) => element('option', {}, name)));
  byId('start').addEventListener('change', orSay(begins));
  byId('again').addEventListener('click', orSay(begins));
  byId('device').addEventListener('change', orSay(show));
  ['search', 'shown'].forEach((id) => byId(id).addEventListener('input', filter));
  await begins();
}));
