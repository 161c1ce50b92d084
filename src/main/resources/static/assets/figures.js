// For administrators: how much of Defender's limits is used, and of what use the cache is.

import { call } from './api.js';
import { begin, byId, element } from './page.js';
import { orRefused } from './decisions.js';

const EVERY = 5_000;

const SOURCES = {
  fresh: 'The cache, fresh',
  stale: 'The cache, stale while a newer one was fetched',
  stale_if_error: 'The cache, stale since Defender could not be asked',
  second_level: 'The cache that replicas share',
  collapsed: 'A call that was already under way',
  forwarded: 'Defender',
};

const duration = (seconds) => seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;

const number = (value) => value.toLocaleString();

const bytes = (value) => value < 1_048_576 ? `${number(Math.ceil(value / 1024))} kB` : `${number(Math.round(value / 1_048_576))} MB`;

const share = (part, whole) => whole === 0 ? '–' : `${Math.round(100 * part / whole)} %`;

/** A gauge, and in words what it shows. */
function gauge(name, used, most, text) {
  return element('div', { class: 'gauge' }, element('span', {}, text),
    element('meter', { 'aria-label': name, min: 0, max: most, high: most * 0.8, optimum: 0, value: used }, text));
}

function cache({ entries, bytes: used, maximum_bytes: most, evicted, answers }) {
  const counts = Object.fromEntries(answers.map(({ result, count }) => [result, count]));
  const all = answers.reduce((sum, { count }) => sum + count, 0);
  const stale = counts.stale + counts.stale_if_error;
  const hits = counts.fresh + stale + counts.second_level;
  const facts = {
    'Hit ratio': `${share(hits, all)} (${number(hits)} of ${number(all)} answers)`,
    'Served stale': `${number(stale)} (${share(stale, all)})`,
    'Answers kept': `${number(entries)}, and ${number(evicted)} dropped since the start`,
    Memory: gauge('Memory', used, most, `${bytes(used)} of ${bytes(most)}`),
  };
  byId('cache').replaceChildren(...Object.entries(facts).flatMap(([term, fact]) => [element('dt', {}, term), element('dd', {}, fact)]));
  byId('answers').replaceChildren(...answers.map(({ result, count }) => element('tr', {},
    element('th', { scope: 'row' }, SOURCES[result] ?? result),
    element('td', { 'data-column': 'Answers' }, number(count)), element('td', { 'data-column': 'Share' }, share(count, all)))));
}

function limit(operation, { window, unit, limit: most, reserve, used, people, reset_seconds: reset }) {
  const what = unit === 'calls' ? 'calls' : 'seconds of run time';
  const by = people.length === 1 ? '1 caller' : `${people.length} callers`;
  return gauge(`${operation}, ${window}`, used, most,
    `${number(used)} of ${number(most)} ${what} in the ${window.replace('run-', '')}, by ${by}`
    + `${reserve ? `; ${number(reserve)} kept for changes` : ''}${used ? `; more in ${duration(reset)}` : ''}`);
}

function quota({ operations }) {
  const waiting = operations.reduce((sum, each) => sum + each.waiting, 0);
  const paused = operations.filter((each) => each.paused_until);
  byId('summary').textContent = `${operations.length} operations in use, ${waiting} calls waiting, ${paused.length} paused by Defender.`;
  byId('quota').replaceChildren(...operations.map(({ operation, windows, waiting: calls, paused_until: until }) => element('tr', {},
    element('th', { scope: 'row' }, element('span', { class: 'id' }, operation)),
    element('td', {}, windows.map((each) => limit(operation, each))),
    element('td', { 'data-column': 'Waiting' }, String(calls)),
    element('td', { 'data-column': 'Pause' }, until ? `until ${new Date(until).toLocaleTimeString()}` : 'none'))));
}

async function figures() {
  const [used, kept] = await Promise.all([call('/api/quota', { byItself: true }), call('/api/cache', { byItself: true })]);
  quota(used);
  cache(kept);
  byId('as-of').textContent = `As of ${new Date().toLocaleTimeString()}.`;
}

const byItself = () => document.hidden ? null : figures().catch((error) => { byId('as-of').textContent = `Not renewed: ${error.message}`; });

await begin(() => orRefused(async () => {
  await figures();
  setInterval(byItself, EVERY);
  document.addEventListener('visibilitychange', byItself);
}));
