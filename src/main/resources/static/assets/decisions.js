// How decisions and their parts are shown: by a sign and a word, never by colour alone.

import { byId, element, say } from './page.js';

const PARTS = {
  satisfied: ['✓', 'satisfied', 'permit'],
  missing: ['✗', 'missing', 'deny'],
  unknown: ['?', 'unknown', 'unproven'],
  not_needed: ['–', 'not needed', ''],
  not_asked: ['–', 'not looked at', ''],
};

export const DECISIONS = {
  permit: ['✓', 'permitted'],
  deny: ['✗', 'refused'],
  unproven: ['?', 'not known'],
};

const marked = (sign, word) => [element('span', { class: 'sign', 'aria-hidden': 'true' }, sign), word];

/** The cell of a part; `otherwise` is said where nobody looked at it. */
export function part(column, state, otherwise) {
  const [sign, word, look] = PARTS[state];
  const text = state === 'not_asked' ? otherwise ?? word : word;
  return element('td', { class: look, 'data-column': column }, marked(sign, text));
}

/** The cell of a decision. */
export function decided(decision, column = 'Decision') {
  const [sign, word] = DECISIONS[decision];
  return element('td', { class: decision, 'data-column': column }, marked(sign, word));
}

/** Does what needs a permission, and where that is missing tells why and what would help, in place of the page. */
export async function orRefused(action) {
  try {
    return await action();
  } catch (refusal) {
    const reasons = refusal.problem?.reasons;
    if (!reasons) {
      throw refusal;
    }
    say('You may not use this page.');
    byId('refused').replaceChildren(element('h2', {}, 'Why not'),
      ...reasons.map(({ detail, next_step: help }) => element('p', {}, `${detail} ${help}`)));
    byId('refused').hidden = false;
    byId('signed-in').remove();
    return null;
  }
}
