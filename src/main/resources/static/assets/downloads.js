// Investigation packages: the link is asked for when somebody wants the file, since it is good once and for ten minutes.

import { call } from './api.js';
import { element } from './page.js';

async function offer(action, place) {
  try {
    const { value } = await call(`/api/machineactions/${action.id}/getPackageUri`);
    const link = element('a', { href: value, download: true }, 'Save it');
    place.replaceChildren(link, ' Good once, for ten minutes.');
    link.focus();
  } catch (error) {
    place.append(element('p', { role: 'alert' }, error.message));
  }
}

/** What an action left behind: for a package that is ready, a button that gets its link. */
export function packageOf(action) {
  if (action.type !== 'CollectInvestigationPackage' || action.status !== 'Succeeded') {
    return '';
  }
  const place = element('span', {});
  place.append(element('button', { type: 'button', class: 'quiet', onclick: () => offer(action, place) }, 'Get the package'));
  return place;
}
