// Sends events with an unmodified PostHog SDK.
// Usage: node send.mjs ADDRESS KEY [CLIENT] < events.json, an array of {distinctId, event, properties}.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [address, key, name = 'node'] = process.argv.slice(2);
const require = createRequire(import.meta.url);

function node() {
  const { PostHog } = require('posthog-node');
  const client = new PostHog(key, { host: address });
  client.on('error', fail);
  return client;
}

// The SDK of small pages; its way to send was another in each major version.
function lite(version, captureMode) {
  Object.assign(globalThis, { window: { fetch }, localStorage: undefined, sessionStorage: undefined });
  const { PostHog } = require('posthog-js-lite-' + version);
  const client = new PostHog(key, {
    host: address,
    captureMode,
    persistence: 'memory',
    preloadFeatureFlags: false,
    fetchRetryCount: 0,
  });
  client.on('error', fail);
  return { capture: ({ event, properties }) => client.capture(event, properties), shutdown: () => client.flush() };
}

function fail(error) {
  console.error(error);
  process.exitCode = 1;
}

const clients = {
  node,
  'node-v1': () => {
    process.env.POSTHOG_CAPTURE_MODE = 'v1';
    return node();
  },
  'lite-2': () => lite(2),
  'lite-3-form': () => lite(3, 'form'),
  'lite-3-json': () => lite(3, 'json'),
};

const client = clients[name]();
for (const event of JSON.parse(readFileSync(0, 'utf8'))) {
  client.capture(event);
}
await client.shutdown();
