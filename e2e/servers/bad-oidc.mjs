// A provider that answers as no provider may, for the tests of what the service does then.
//
//   node bad-oidc.mjs SECRET    SECRET is the service's; prints its issuer once it listens
//   POST /fault?NAME            chooses what is wrong from now on; `none` for nothing
//
// It lets everyone in as the same person at once: /authorize answers without asking.
import { createServer } from 'node:http';
import { createHmac, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';

const CLIENT = 'strategikollen';
const SECRET = process.argv[2];
const subject = 'anna';
const person = { name: 'Anna Ek', email: 'anna@exempel.se', email_verified: true };

const pair = (kid) => ({ kid, ...generateKeyPairSync('rsa', { modulusLength: 2048 }) });
const own = pair('own');
const newer = pair('newer');
const foreign = pair('own');

let fault = 'none';
/** The nonce of each code that has been given out. */
const nonces = new Map();

const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

function signed(header, claims, sign) {
  const text = `${base64url(header)}.${base64url(claims)}`;
  return `${text}.${sign(text)}`;
}

const rs256 = (key) => (text) =>
  createSign('RSA-SHA256').update(text).sign(key.privateKey, 'base64url');

function idToken(nonce) {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, sub: subject, aud: CLIENT, iat: now, exp: now + 300, nonce, ...person };
  const faults = {
    'nonce-swapped': { nonce: randomUUID() },
    'nonce-missing': { nonce: undefined },
    'other-audience': { aud: 'another-service' },
    'more-audiences': { aud: [CLIENT, 'another-service'] },
    'other-party': { azp: 'another-service' },
    'other-issuer': { iss: 'https://id.exempel.se' },
    expired: { iat: now - 900, exp: now - 600 },
    'not-yet': { nbf: now + 600 },
    'asked-just-now': { auth_time: now },
    'asked-long-ago': { auth_time: now - 600 },
    'other-access-token': { at_hash: 'AAAAAAAAAAAAAAAAAAAAAA' },
    'no-organisation': { 'https://id.oidc.se/claim/orgNumber': 'Exempelkommun' },
    'two-organisations': {
      'https://id.oidc.se/claim/orgNumber': '2120000142',
      'https://id.oidc.se/claim/orgAffiliation': 'anna@2120001355',
    },
  };
  Object.assign(claims, faults[fault]);
  switch (fault) {
    case 'unsigned':
      return signed({ alg: 'none' }, claims, () => '');
    case 'signed-with-secret':
      return signed({ alg: 'HS256' }, claims, (text) =>
        createHmac('sha256', SECRET).update(text).digest('base64url'));
    case 'signed-by-another':
      return signed({ alg: 'RS256', kid: foreign.kid }, claims, rs256(foreign));
    case 'unknown-key':
      return signed({ alg: 'RS256', kid: 'nobody' }, claims, rs256(foreign));
    case 'newer-key':
      return signed({ alg: 'RS256', kid: newer.kid }, claims, rs256(newer));
    default:
      return signed({ alg: 'RS256', kid: own.kid }, claims, rs256(own));
  }
}

function discovery() {
  const elsewhere = fault === 'other-discovery' ? 'https://id.exempel.se' : issuer;
  return {
    issuer: elsewhere,
    authorization_endpoint:
      fault === 'insecure-page' ? 'http://id.exempel.se/authorize' : `${issuer}/authorize`,
    token_endpoint: fault === 'insecure-tokens' ? 'http://id.exempel.se/token' : `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    userinfo_endpoint: `${issuer}/userinfo`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  };
}

function json(response, status, value) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

/** Answers that are wrong whatever is asked for at a place. */
function broken(place, url, response) {
  if (url.searchParams.has('honest')) return false;
  switch (fault) {
    case `${place}-hangs`:
      return true;
    case `${place}-stops`:
      // The beginning of an answer, and then nothing.
      response.writeHead(200, { 'content-type': 'application/json' }).write('{');
      return true;
    case `${place}-fails`:
      response.writeHead(503).end();
      return true;
    case `${place}-garbage`:
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"issuer": ');
      return true;
    case `${place}-page`:
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>');
      return true;
    case `${place}-endless`:
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(`"${'x'.repeat(8 << 20)}"`);
      return true;
    case `${place}-elsewhere`:
      response.writeHead(302, { location: `${url.pathname}?honest` }).end();
      return true;
    default:
      return false;
  }
}

const places = {
  '/.well-known/openid-configuration': (url, response) =>
    broken('discovery', url, response) || json(response, 200, discovery()),
  '/jwks': (url, response) => {
    const keys = fault === 'newer-key' ? [own, newer] : [own];
    const jwk = ({ kid, publicKey }) => ({ ...publicKey.export({ format: 'jwk' }), kid, use: 'sig' });
    return broken('keys', url, response) || json(response, 200, { keys: keys.map(jwk) });
  },
  '/authorize': ({ searchParams }, response) => {
    const code = randomUUID();
    nonces.set(code, searchParams.get('nonce'));
    const back = new URL(searchParams.get('redirect_uri'));
    const state = fault === 'state-swapped' ? randomUUID() : searchParams.get('state');
    back.searchParams.set('state', state);
    if (fault === 'answers-error') back.searchParams.set('error', 'temporarily_unavailable');
    else if (fault !== 'answers-nothing') back.searchParams.set('code', code);
    if (fault === 'answers-as-another') back.searchParams.set('iss', 'https://id.exempel.se');
    response.writeHead(303, { location: back.href }).end();
  },
  '/token': (url, response, form) => {
    if (broken('tokens', url, response)) return;
    if (fault === 'client-refused') return json(response, 401, { error: 'invalid_client' });
    const access_token = fault === 'access-token-garbage' ? 'two\nlines' : 'token';
    const tokens = { access_token, token_type: 'Bearer', id_token: idToken(nonces.get(form.get('code'))) };
    if (fault === 'no-id-token') delete tokens.id_token;
    if (fault === 'id-token-garbage') tokens.id_token = 'a.b.c';
    json(response, 200, tokens);
  },
  '/userinfo': (url, response) => {
    const sub = fault === 'another-person' ? 'bertil' : subject;
    return broken('person', url, response) || json(response, 200, { sub, ...person });
  },
};

const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  const url = new URL(request.url, issuer);
  if (url.pathname === '/fault') {
    fault = url.search.slice(1);
    response.writeHead(204).end();
  } else {
    const place = places[url.pathname];
    if (place) place(url, response, new URLSearchParams(body));
    else response.writeHead(404).end();
  }
});
await new Promise((listening) => server.listen(0, 'localhost', listening));
const issuer = `http://localhost:${server.address().port}`;
console.log(issuer);
