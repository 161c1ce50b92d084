// What one may do to a device: buttons by permission, a confirmation, and progress to the end.

import { call, follow, here } from './api.js';
import { byId, element, orSay, say } from './page.js';
import { told, why } from './parts.js';

const ACTIONS = {
  isolate: { name: 'Isolate', text: 'Cuts the device off from the network, but not from Defender.',
    property: 'IsolationType', label: 'How much', values: ['Full', 'Selective'] },
  unisolate: { name: 'Release', text: 'Lets an isolated device back into the network.' },
  restrictCodeExecution: { name: 'Restrict apps', text: 'Only programs signed by Microsoft may run.' },
  unrestrictCodeExecution: { name: 'Lift restriction', text: 'All programs may run again.' },
  runAntiVirusScan: { name: 'Scan', text: 'Looks for malware.', property: 'ScanType', label: 'How thoroughly', values: ['Quick', 'Full'] },
  collectInvestigationPackage: { name: 'Collect package', text: 'Gathers what an investigation needs into one file.' },
};
const ENDED = ['Succeeded', 'Failed', 'TimeOut', 'Cancelled'];
const KEPT = 'unconfirmed';

const watched = new Map();
let ordered = () => {};

/** Keeps what was typed while the person signs in again; they confirm it anew afterwards. */
function stepUp(order, { login_url: loginUrl }) {
  sessionStorage.setItem(KEPT, JSON.stringify(order));
  location.assign(`${loginUrl}?returnTo=${encodeURIComponent(here())}`);
}

async function send(order) {
  const { property } = ACTIONS[order.path];
  const body = { Comment: order.comment, ...(property && { [property]: order.choice }) };
  byId('order-refused').replaceChildren();
  byId('order-send').disabled = true;
  try {
    const action = await call(`/api/machines/${order.machine}/${order.path}`, { method: 'POST', body });
    byId('order').close();
    watch(action, ordered);
    await ordered();
  } catch (error) {
    if (error.kind === 'step-up-required') {
      stepUp(order, error.problem);
    } else {
      byId('order-refused').replaceChildren(told(error.problem ?? { title: error.message }));
    }
  } finally {
    byId('order-send').disabled = false;
  }
}

/** Asks for the comment; nothing is sent before it is confirmed. Escape cancels. */
function confirmOrder({ machine, path, comment = '', choice }) {
  const { name, text, label, values = [] } = ACTIONS[path];
  byId('order-title').textContent = name;
  byId('order-text').textContent = text;
  byId('order-send').textContent = name;
  byId('order-refused').replaceChildren();
  byId('choice-label').textContent = label ?? '';
  byId('choice').replaceChildren(...values.map((value) => element('option', { selected: value === choice }, value)));
  byId('choice').parentElement.hidden = values.length === 0;
  byId('comment').value = comment;
  byId('order-cancel').onclick = () => byId('order').close();
  byId('order').querySelector('form').onsubmit = (event) => {
    event.preventDefault();
    orSay(send)({ machine, path, comment: byId('comment').value, choice: byId('choice').value });
  };
  byId('order').showModal();
  byId('comment').focus();
}

/** After a sign-in for an order's sake: offers it again, and never repeats it by itself. */
export function resumeOrder(machine) {
  const order = JSON.parse(sessionStorage.getItem(KEPT));
  if (order?.machine === machine) {
    sessionStorage.removeItem(KEPT);
    confirmOrder(order);
    byId('order-text').append(' You signed in again: please confirm.');
  }
}

/** A button for each action. One that is denied can be reached, and says why. */
export function permittedActions(machine, results, loadActions) {
  ordered = loadActions;
  const item = ([path, { name, text }]) => {
    const { decision, reasons } = results.find(({ operation }) => operation === `machines.${path}`);
    const denied = decision === 'deny';
    return element('li', {},
      element('button', { type: 'button', 'aria-describedby': `why-${path}`, 'aria-disabled': denied ? 'true' : null,
        onclick: () => denied ? say(`${name}: ${reasons.map(({ detail }) => detail).join(' ')}`) : confirmOrder({ machine, path }) }, name),
      element('div', { id: `why-${path}`, class: 'quiet' }, decision === 'permit' ? element('p', {}, text) : why(reasons)));
  };
  return [element('ul', { class: 'plain actions' }, Object.entries(ACTIONS).map(item))];
}

/** Shows how far an action is until it ends, once however often it is named. */
function watch({ id, type }, ended) {
  if (watched.has(id)) {
    return;
  }
  const bar = element('progress', { max: 100, 'aria-label': type });
  const text = element('span', {}, 'Pending');
  byId('running').append(element('li', {}, element('strong', {}, type), bar, text));
  let [status, began] = ['Pending', Date.now()];
  const tell = () => { text.textContent = `${status}, ${Math.max(0, Math.round((Date.now() - began) / 1000))} s`; };
  const ticking = setInterval(tell, 1000);
  const source = follow(`/api/live/machineactions/${id}`, {
    progress: (now) => {
      [status, began] = [now.status, new Date(now.as_of) - now.elapsed_seconds * 1000];
      if (now.percent !== undefined || ENDED.includes(status)) {
        bar.value = now.percent ?? 100;
      }
      tell();
      say(`${type}: ${status}`);
    },
    problem: (problem) => say(problem.detail),
    end: orSay(() => { clearInterval(ticking); return ended(); }),
    closed: () => { clearInterval(ticking); text.textContent = 'How far it is cannot be followed.'; },
  });
  watched.set(id, source);
}

/** Finds again what is under way, also what others ordered. */
export const pendingActions = (actions, ended) =>
  actions.filter(({ status }) => !ENDED.includes(status)).forEach((action) => watch(action, ended));

addEventListener('pagehide', () => watched.forEach((source) => source.close()));
addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
