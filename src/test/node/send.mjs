// Sends events with the unmodified posthog-node.
// Usage: node send.mjs ADDRESS KEY < events.json, an array of {distinctId, event, properties}.
import { readFileSync } from 'node:fs';
import { PostHog } from 'posthog-node';

const [address, key] = process.argv.slice(2);
const client = new PostHog(key, { host: address });
client.on('error', (error) => {
  console.error(error);
  process.exitCode = 1;
});
for (const event of JSON.parse(readFileSync(0, 'utf8'))) {
  client.capture(event);
}
await client.shutdown();
