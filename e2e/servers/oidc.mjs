// A certified OpenID provider with people of our own making, for the tests.
//
//   node oidc.mjs '{"people": {"anna": {"name": "Anna Ek", "email": "anna@exempel.se", …}}, …}'
//
// Prints its issuer, http://localhost:PORT, once it listens. Everyone signs in by name, without a
// password, on a page that works by plain HTTP. Settings besides people:
//   secret         the client's secret; without it, a public client
//   claims         claims that are released besides those of profile and email
//   in_id_token    whether claims stand in the ID token too, not only where one asks for them
// POST /rotate gives it new keys, as a provider does now and then.
import { createServer } from 'node:http';
import { generateKeyPairSync, randomUUID } from 'node:crypto';

import { Provider } from 'oidc-provider';

const settings = JSON.parse(process.argv[2]);
const RETURN = /^http:\/\/localhost:\d+\/logga-in\/oidc\/svar$/;

function key() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), alg: 'RS256', use: 'sig' };
}

function provider(issuer) {
  const made = new Provider(issuer, {
    jwks: { keys: [key()] },
    cookies: { keys: [randomUUID()] },
    clients: [
      {
        client_id: 'strategikollen',
        redirect_uris: ['http://localhost:1/logga-in/oidc/svar'],
        ...(settings.secret
          ? { client_secret: settings.secret }
          : { token_endpoint_auth_method: 'none' }),
      },
    ],
    claims: {
      openid: ['sub', ...(settings.claims ?? [])],
      profile: ['name'],
      email: ['email', 'email_verified'],
    },
    conformIdTokenClaims: !settings.in_id_token,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/sign-in/${interaction.uid}` },
    findAccount: (_, id) =>
      settings.people[id] && {
        accountId: id,
        claims: () => ({ sub: id, ...settings.people[id] }),
      },
    // Whoever signs in has agreed to what is asked for.
    loadExistingGrant: async (context) => {
      const { client, session } = context.oidc;
      const grant = new context.oidc.provider.Grant({
        clientId: client.clientId,
        accountId: session.accountId,
      });
      grant.addOIDCScope([...context.oidc.requestParamScopes].join(' '));
      await grant.save();
      return grant;
    },
  });
  // The service chooses its port when it starts.
  made.Client.prototype.redirectUriAllowed = (address) => RETURN.test(address);
  return made;
}

const page = (action) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Exempel-id</title>
<main><h1>Exempel-id</h1>
<form method="post" action="${action}">
<label for="person">Who are you?</label> <input id="person" name="person">
<button name="answer" value="yes">Sign in</button>
<button name="answer" value="no">Cancel</button>
</form></main></html>`;

async function form(request) {
  let body = '';
  for await (const chunk of request) body += chunk;
  return new URLSearchParams(body);
}

async function signIn(request, response) {
  const { params } = await current.interactionDetails(request, response);
  if (request.method !== 'POST') {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    // The browser goes on from here to where the service says.
    response.setHeader('content-security-policy', `form-action 'self' ${params.redirect_uri}`);
    response.end(page(request.url));
    return;
  }
  const fields = await form(request);
  const outcome =
    fields.get('answer') === 'no'
      ? { error: 'access_denied', error_description: 'the person said no' }
      : { login: { accountId: fields.get('person') } };
  await current.interactionFinished(request, response, outcome, { mergeWithLastSubmission: false });
}

const server = createServer(async (request, response) => {
  try {
    if (request.url === '/rotate') {
      current = provider(issuer);
      response.writeHead(204).end();
    } else if (request.url.startsWith('/sign-in/')) {
      await signIn(request, response);
    } else {
      await current.callback()(request, response);
    }
  } catch (error) {
    console.error(error);
    response.writeHead(500).end(String(error));
  }
});
await new Promise((listening) => server.listen(0, 'localhost', listening));
const issuer = `http://localhost:${server.address().port}`;
let current = provider(issuer);
// Whoever started it reads this one line. The library says more, when nobody listens any longer.
process.stdout.on('error', () => {});
console.log(issuer);
