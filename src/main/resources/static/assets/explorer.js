// The start page: a frontend like any other, on the session cookie and the CSRF token.

const byId = (id) => document.getElementById(id);

const element = (name, text, attributes = {}) => {
  const node = document.createElement(name);
  node.textContent = text;
  Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
  return node;
};

const get = async (path) => {
  const response = await fetch(path, { headers: { Accept: 'application/json' } });
  const body = await response.json();
  if (!response.ok) {
    throw new Error(body.detail ?? body.title);
  }
  return body;
};

const cookie = (name) =>
  document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';

const signOut = async (session) => {
  const response = await fetch(session.logout_url, {
    method: 'POST',
    headers: { Accept: 'application/json', [session.csrf.header]: cookie(session.csrf.cookie) },
  });
  const body = await response.json();
  if (!response.ok) {
    throw new Error(body.detail ?? body.title);
  }
  location.assign(body.end_session_url);
};

const describe = (part) => {
  if (part.state !== 'known') {
    return `unknown: ${part.why}`;
  }
  return part.values.length > 30 ? `${part.values.length} of them` : part.values.join(', ') || 'none';
};

const reasonCell = (reasons) => {
  const cell = document.createElement('td');
  reasons.forEach((reason) => {
    const line = element('p', `${reason.detail} `);
    line.append(reason.consent_url
      ? element('a', `Consent to ${reason.any_of[0]}`, { href: `${reason.consent_url}&returnTo=/` })
      : element('span', reason.next_step));
    cell.append(line);
  });
  return cell;
};

const show = async (session) => {
  const [me, permissions] = await Promise.all([get('/api/me'), get('/api/me/permissions')]);
  byId('status').textContent = `Signed in as ${session.name} until ${new Date(session.expires_at).toLocaleTimeString()}.`;
  Object.entries({ Roles: me.roles.join(', ') || 'none known', 'Consented scopes': describe(me.grant), Groups: describe(me.groups) })
    .forEach(([term, text]) => byId('me').append(element('dt', term), element('dd', text)));
  permissions.results.forEach((result) => {
    const row = document.createElement('tr');
    row.append(element('th', result.operation, { scope: 'row' }), element('td', result.decision, { class: result.decision }), reasonCell(result.reasons ?? []));
    byId('permissions').append(row);
  });
  byId('sign-out').addEventListener('click', () => signOut(session).catch(fail));
  byId('signed-in').hidden = false;
};

const fail = (error) => { byId('status').textContent = `Something went wrong: ${error.message}`; };

try {
  const session = await get('/api/session');
  if (session.signed_in) {
    await show(session);
  } else {
    byId('status').textContent = 'You are not signed in.';
    byId('signed-out').hidden = false;
  }
} catch (error) {
  fail(error);
}
