// A certified OpenID provider (npm oidc-provider) on loopback, for the tests of the sign-in:
//   node oidc_provider.mjs FOLDER_WITH_NODE_MODULES
// It prints its issuer, and ends when its stdin does (so it never outlives the tests).
//
// What a test may change while it runs: POST /test/state with some of the members of `state`.
// What it may ask: GET /test/requests, every request to the token endpoint with time and status.
import http from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const library = path.join(process.argv[2], 'node_modules/oidc-provider/lib/index.js');
const { default: Provider } = await import(pathToFileURL(library));

const DEVICE = 'urn:ietf:params:oauth:grant-type:device_code';
const state = {
  interval: 1, // seconds, said in the answer to a device authorization request
  slow_down: 0, // so many requests for tokens are answered with slow_down
  broken: 0, // so many are answered with 503 and a web page
  dropped: 0, // so many are cut off without an answer
  device_code_ttl: 600,
  access_token_ttl: 60,
};
const requests = [];

function client(id, method, grants, more = {}) {
  const codes = grants.includes('authorization_code');
  return {
    client_id: id,
    token_endpoint_auth_method: method,
    application_type: 'native',
    grant_types: grants,
    redirect_uris: codes ? ['http://127.0.0.1/callback', 'http://localhost/signed-in'] : [],
    response_types: codes ? ['code'] : [],
    ...(method === 'none' ? {} : { client_secret: `SECRET-OF-${id}-0123456789-0123456789` }),
    ...more,
  };
}

const configuration = {
  clients: [
    client('desk', 'none', ['authorization_code', 'refresh_token', DEVICE]),
    client('own', 'client_secret_post', ['authorization_code', 'refresh_token', DEVICE]),
    client('robot', 'client_secret_post', ['client_credentials']),
    client('robot-basic', 'client_secret_basic', ['client_credentials']),
  ],
  scopes: ['openid', 'offline_access', 'jobs'],
  features: {
    clientCredentials: { enabled: true },
    deviceFlow: { enabled: true },
    devInteractions: { enabled: true },
    introspection: { enabled: true },
    revocation: { enabled: true },
  },
  pkce: { required: () => true },
  rotateRefreshToken: true,
  issueRefreshToken: async (ctx, c, code) =>
    c.grantTypeAllowed('refresh_token') && code.scopes.has('offline_access'),
  ttl: {
    AccessToken: () => state.access_token_ttl,
    ClientCredentials: () => state.access_token_ttl,
    DeviceCode: () => state.device_code_ttl,
    AuthorizationCode: 60,
    RefreshToken: 3600,
    Session: 3600,
    Interaction: 3600,
    Grant: 3600,
    IdToken: 60,
  },
  findAccount: async (ctx, id) => ({ accountId: id, claims: async () => ({ sub: id }) }),
  cookies: { keys: ['of the tests'] },
};

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString() || '{}');
}

function take(fault) {
  if (state[fault] <= 0) return false;
  state[fault] -= 1;
  return true;
}

async function controls(ctx, next) {
  if (ctx.path === '/test/state') {
    Object.assign(state, await bodyOf(ctx.req));
    ctx.body = state;
  } else if (ctx.path === '/test/requests') {
    ctx.body = requests;
  } else {
    await next();
  }
}

function faulty(ctx) {
  if (take('dropped')) {
    ctx.respond = false;
    ctx.req.socket.destroy();
  } else if (take('broken')) {
    ctx.status = 503;
    ctx.type = 'html';
    ctx.body = '<h1>503</h1>';
  } else if (take('slow_down')) {
    ctx.status = 400;
    ctx.body = { error: 'slow_down' };
  } else {
    return false;
  }
  return true;
}

async function tokenEndpoint(ctx, next) {
  if (ctx.path !== '/token' || ctx.method !== 'POST') return next();
  const entry = { time: Date.now() / 1000, status: 0, scheme: ctx.get('authorization').split(' ')[0] };
  requests.push(entry);
  if (!faulty(ctx)) await next();
  entry.status = ctx.respond === false ? 0 : ctx.status;
  return undefined;
}

async function intervals(ctx, next) {
  await next();
  if (ctx.path === '/device/auth' && ctx.status === 200) {
    ctx.body = { ...ctx.body, interval: state.interval };
  }
}

const server = http.createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, configuration);
  [controls, intervals, tokenEndpoint].forEach((part) => provider.use(part));
  server.on('request', provider.callback());
  console.log(issuer);
});
process.stdin.on('end', () => process.exit(0)).resume();
