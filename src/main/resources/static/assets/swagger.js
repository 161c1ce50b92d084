// Swagger UI with the session of whoever is signed in: it sends the CSRF token, and marks what the person may do.

import { call, csrfHeaders } from './api.js';
import { begin, thereAndBack } from './page.js';

const SAYS = { permit: 'you may', deny: 'you may not', unproven: 'unknown' };

/** What the person may do, by the operation's id, and who wants to hear when that changes. */
const permissions = {
  known: new Map(),
  listeners: new Set(),
  listen(listener) {
    permissions.listeners.add(listener);
    return () => permissions.listeners.delete(listener);
  },
  async ask() {
    const { results } = await call('/api/me/permissions', { byItself: true });
    permissions.known = new Map(results.map((result) => [result.operation, result]));
    permissions.listeners.forEach((listener) => listener());
  },
};

/** The plugin: marks, reasons, and nothing to fill in for "Authorize". */
function ours({ React, specSelectors }) {
  const { createElement: h, Fragment, useSyncExternalStore } = React;

  const declared = (path, method) => specSelectors.specJson().getIn(['paths', path, method]);
  const isStream = (path, method) =>
    Boolean(declared(path, method)?.getIn(['responses', '200', 'content'])?.has('text/event-stream'));
  const usePermission = (operation) => useSyncExternalStore(permissions.listen, () => permissions.known).get(operation);

  function Mark({ operation }) {
    const decision = usePermission(operation)?.decision;
    return decision ? h('span', { className: `mark ${decision}` }, SAYS[decision]) : null;
  }

  function link(url, text) {
    const { href, onclick } = thereAndBack(url);
    return h('a', { href, onClick: onclick }, text);
  }

  const help = (reason) => {
    if (reason.consent_url) {
      return link(reason.consent_url, `Consent to ${reason.any_of[0]}`);
    }
    if (reason.admin_consent_url) {
      return link(reason.admin_consent_url, `Consent for everybody to ${reason.any_of[0]}`);
    }
    return reason.login_url ? link(reason.login_url, 'Sign in again') : reason.next_step;
  };

  function Reasons({ operation }) {
    const found = usePermission(operation);
    return found?.reasons.length
      ? h('div', { className: 'reasons' },
        h('p', null, h('strong', null, found.decision === 'deny' ? 'You may not:' : 'Not known in full:')),
        found.reasons.map((reason) => h('p', { key: reason.type + reason.detail }, reason.detail, ' ', help(reason))))
      : null;
  }

  const stream = (path) => h('div', { className: 'reasons' },
    h('p', null, 'A stream of events, which does not end by itself. Open it with ',
      h('code', null, `new EventSource('${path}')`), '.'));

  return {
    wrapComponents: {
      OperationSummaryPath: (Original) => (props) => h(Fragment, null, h(Original, props),
        h(Mark, { operation: props.operationProps.get('operationId') })),
      parameters: (Original) => (props) => {
        const [path, method] = props.pathMethod;
        return h(Fragment, null, h(Reasons, { operation: declared(path, method)?.get('operationId') }),
          isStream(path, method) ? stream(path) : null, h(Original, props));
      },
      authorizeBtn: () => () => null,
      authorizeOperationBtn: () => () => null,
    },
    statePlugins: {
      spec: { wrapSelectors: { allowTryItOutFor: () => (_, path, method) => !isStream(path, method) } },
    },
  };
}

const dark = matchMedia('(prefers-color-scheme: dark)');
const dress = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', dress);
dress();

const sameOrigin = (request) => new URL(request.url, location.href).origin === location.origin;

globalThis.SwaggerUIBundle({
  url: '/v3/api-docs',
  dom_id: '#swagger-ui',
  layout: 'BaseLayout',
  deepLinking: true,
  docExpansion: 'none',
  displayOperationId: true,
  tryItOutEnabled: true,
  tagsSorter: 'alpha',
  operationsSorter: 'alpha',
  validatorUrl: null,
  plugins: [ours],
  requestInterceptor: (request) => {
    if (sameOrigin(request) && request.method && request.method !== 'GET') {
      Object.assign(request.headers, csrfHeaders());
    }
    return request;
  },
});

await begin(async () => {
  await permissions.ask();
  return permissions.ask;
});
