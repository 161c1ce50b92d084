// How a part of a view is shown: what it holds, or why it is denied, unavailable or skipped.

import { here } from './api.js';
import { byId, element, orSay } from './page.js';
import { packageOf } from './downloads.js';

const ROWS = 5;

export const when = (instant) => instant
  ? new Date(instant).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' }) : '';

/** What each part is called, and its columns: a property, or what makes a cell of a row. */
const PARTS = {
  actions: ['Recent actions', { Action: 'type', State: 'status', 'Asked for': (row) => when(row.creationDateTimeUtc),
    Comment: 'requestorComment', Result: packageOf }],
  alerts: ['Alerts', { Alert: 'title', Severity: 'severity', Status: 'status', Created: (row) => when(row.alertCreationTime) }],
  people: ['People who logged on', { Account: 'accountName', How: 'logonTypes', 'Last seen': (row) => when(row.lastSeen) }],
  software: ['Software', { Product: 'name', Vendor: 'vendor', Weaknesses: (row) => row.weaknesses === 1 ? '1 weakness' : `${row.weaknesses ?? 0} weaknesses` }],
  vulnerabilities: ['Vulnerabilities', { Vulnerability: 'id', Name: 'name', Severity: 'severity',
    Exploit: (row) => row.publicExploit ? 'public exploit' : '' }],
  recommendations: ['Recommendations', { Recommendation: 'recommendationName', Kind: 'remediationType', Status: 'status' }],
};

const back = (url) => `${url}${url.includes('?') ? '&' : '?'}returnTo=${encodeURIComponent(here())}`;

function help(reason) {
  if (reason.consent_url) {
    return element('a', { href: back(reason.consent_url) }, reason.any_of ? `Consent to ${reason.any_of[0]}` : 'Consent');
  }
  return reason.login_url ? element('a', { href: back(reason.login_url) }, 'Sign in again') : reason.next_step ?? '';
}

/** All reasons, since a person may lack two things at once, each with what would help. */
export const why = (reasons) => reasons.map((reason) => element('p', {}, `${reason.detail} `, help(reason)));

/** A problem as a person reads it. */
export const told = (problem) => element('div', { class: 'told' },
  ...why(problem.reasons?.length ? problem.reasons : [{ ...problem, detail: problem.detail ?? problem.title }]),
  problem.correlation_id ? element('p', { class: 'quiet' }, `To report it: ${problem.correlation_id}`) : null);

const cell = (row, column) => typeof column === 'function' ? column(row) : row[column] ?? '';

function table(name, rows) {
  const [heading, columns] = PARTS[name];
  if (rows.length === 0) {
    return [element('p', {}, 'None.')];
  }
  const line = (row) => element('tr', {}, Object.values(columns).map((column, index) =>
    element(index ? 'td' : 'th', index ? {} : { scope: 'row' }, cell(row, column))));
  const body = element('tbody', {}, rows.slice(0, ROWS).map(line));
  const rest = rows.slice(ROWS);
  const more = (event) => {
    event.target.remove();
    body.append(...rest.map(line));
    body.children[ROWS].tabIndex = -1;
    body.children[ROWS].focus();
  };
  return [
    element('table', {},
      element('caption', { class: 'unseen' }, heading),
      element('thead', {}, element('tr', {}, Object.keys(columns).map((title) => element('th', { scope: 'col' }, title)))),
      body),
    rest.length ? element('button', { type: 'button', class: 'quiet', onclick: more }, `${rest.length} more`) : null,
  ];
}

const age = (part) => part.age > 0 ? `${part.age} s old` : 'just now';

/** What became of the part; `again` is called with its name. */
const BY_STATE = {
  loaded: (name, part, again, show) => [
    element('p', { class: 'quiet' }, name === 'permissions' ? '' : age(part)),
    ...show ? show(part.body) : table(name, part.body.value)],
  denied: (name, part) => [element('div', { class: 'told' }, element('p', { class: 'state' }, 'You may not see this.'), ...why(part.reasons))],
  unavailable: (name, part, again) => [
    element('p', { class: 'state' }, 'This cannot be had now.'),
    told(part.problem),
    part.retry_after ? element('p', {}, `Worth trying again in ${part.retry_after} s.`) : null,
    element('button', { type: 'button', onclick: orSay(() => again(name)) }, 'Try again')],
  skipped: (name, part) => [element('p', {}, part.why)],
};

/** The place of a part, empty until the part is there. */
export const section = (name, heading = PARTS[name][0]) => element('section', { id: name, 'aria-labelledby': `${name}-heading` },
  element('h2', { id: `${name}-heading`, tabindex: '-1' }, heading), element('div', { id: `${name}-part` }));

/** Shows a part; `show` makes something else of its body than a table. */
export function showPart(name, part, again, show) {
  byId(`${name}-part`).replaceChildren(...BY_STATE[part.state](name, part, again, show).filter(Boolean));
}
