// Generates a client from the API's document and asks every address with it: the calls as they are
// typed, the answers against their schemas, the document against a linter's recommended rules.
// Arguments: address, token, project key. On standard input: values of parameters by path, as JSON.
import { readFileSync, writeFileSync } from 'node:fs';
import { createConfig, lintFromString, makeDocumentFromString } from '@redocly/openapi-core';
import Ajv from 'ajv/dist/2020.js';
import createClient from 'openapi-fetch';
import openapiTypescript, { astToString } from 'openapi-typescript';
import ts from 'typescript';

const [address, token, key] = process.argv.slice(2);
const given = JSON.parse(readFileSync(0, 'utf8'));
const faults = [];

const answer = await fetch(address + '/v3/api-docs', { headers: { Authorization: 'Bearer ' + token } });
const text = await answer.text();
const document = JSON.parse(text);

const problems = await lintFromString({ source: text, config: await createConfig({ extends: ['recommended'] }) });
for (const problem of problems) {
  faults.push(`lint ${problem.ruleId}: ${problem.message} at ${problem.location[0]?.pointer}`);
}

/** The value of a parameter: one that the test has, else its example, default or first word. */
function value(path, { name, schema, example }) {
  const one = schema.type === 'array' ? schema.items : schema;
  const found = given[path]?.[name] ?? example ?? one.default ?? one.enum?.[0] ?? 'x';
  return schema.type === 'array' ? [found].flat() : found;
}

const calls = [];
for (const [path, operations] of Object.entries(document.paths)) {
  for (const [method, operation] of Object.entries(operations)) {
    const parameters = operation.parameters ?? [];
    const wanted = parameters.filter((p) => p.in === 'path' || p.required || given[path]?.[p.name] !== undefined);
    const params = { path: {}, query: {} };
    wanted.forEach((p) => (params[p.in][p.name] = value(path, p)));
    for (const p of parameters) {
      if (!p.schema || !p.description || p.example === undefined) {
        faults.push(`${path}: ${p.name} is not described`);
      }
    }
    calls.push({ path, method: method.toUpperCase(), operation, params });
  }
}

/** Without the kinds of parameters that a call does not have. */
function filled(params) {
  return Object.fromEntries(Object.entries(params).filter(([, values]) => Object.keys(values).length > 0));
}

const types = astToString(await openapiTypescript(document));
writeFileSync('api.d.ts', types);
const lines = calls
  .filter((call) => !call.operation.requestBody)
  .map((call) => `  await client.${call.method}(${JSON.stringify(call.path)}, { params: ${JSON.stringify(filled(call.params))} });`);
writeFileSync(
  'calls.ts',
  `import createClient from 'openapi-fetch';
import type { paths } from './api';
const client = createClient<paths>({});
export async function all() {
${lines.join('\n')}
  const { data } = await client.GET('/api/v1/metrics/{id}', {
    params: { path: { id: 'dispute-rate' }, query: { from: '2026-01-05', to: '2026-02-02', by: ['reason_category'], 'filter.initiator_role': ['client'] } } });
  const value: number | null | undefined = data?.series[0]?.points[0]?.value;
  // @ts-expect-error A figure without data is null.
  const never: number = data!.series[0]!.points[0]!.value;
  return [value, never];
}
`,
);
const program = ts.createProgram(['calls.ts'], {
  strict: true, noEmit: true, skipLibCheck: true, noUncheckedIndexedAccess: true,
  target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler,
});
for (const fault of ts.getPreEmitDiagnostics(program)) {
  const at = fault.file?.getLineAndCharacterOfPosition(fault.start).line;
  faults.push(`types ${fault.file?.fileName}:${at}: ${ts.flattenDiagnosticMessageText(fault.messageText, ' ')}`);
}

const ajv = new Ajv({ strict: false, validateFormats: false });
ajv.addSchema(document, 'api');

/** Holds an answer against what the document says of its status. */
function check(call, label, response, body) {
  const described = call.operation.responses[response.status];
  const where = `${call.method} ${call.path} ${label}`;
  const resolved = described?.$ref ? document.components.responses[described.$ref.split('/').at(-1)] : described;
  const type = response.headers.get('content-type')?.split(';')[0];
  const media = resolved?.content?.[type];
  if (!media) {
    faults.push(`${where}: ${response.status} ${type} is not described: ${body.slice(0, 200)}`);
    return;
  }
  const values = type.endsWith('json') ? (type.includes('ndjson') ? body.trim().split('\n') : [body]).map((b) => JSON.parse(b)) : [body];
  const fits = ajv.compile(absolute(media.schema));
  for (const one of values) {
    if (!fits(one)) {
      faults.push(`${where}: ${response.status} does not fit: ${fits.errors.slice(0, 3).map((e) => e.instancePath + ' ' + e.message)}`);
    }
  }
  noMoreThanDescribed(where, media.schema, values[0]);
}

function absolute(schema) {
  return JSON.parse(JSON.stringify(schema), (name, v) => (name === '$ref' ? 'api' + v : v));
}

/** That no member is sent of which the document does not tell. */
function noMoreThanDescribed(where, schema, sent) {
  const real = schema?.$ref ? document.components.schemas[schema.$ref.split('/').at(-1)] : schema;
  if (real?.anyOf) {
    real.anyOf.filter((one) => one.type !== 'null').forEach((one) => sent !== null && noMoreThanDescribed(where, one, sent));
  } else if (Array.isArray(sent)) {
    sent.slice(0, 3).forEach((one) => noMoreThanDescribed(where, real?.items, one));
  } else if (sent !== null && typeof sent === 'object' && real?.properties) {
    for (const [name, v] of Object.entries(sent)) {
      if (!real.properties[name]) {
        faults.push(`${where}: ${name} is sent and not described`);
      } else {
        noMoreThanDescribed(where, real.properties[name], v);
      }
    }
  }
}

async function ask(call, label, change, expected) {
  const client = createClient({ baseUrl: address, headers: { Authorization: 'Bearer ' + token, ...change.headers } });
  const params = structuredClone(call.params);
  Object.assign(params.query, change.query);
  Object.assign(params.path, change.path);
  const body = call.operation.requestBody
    ? { body: '{"event":"contract_started","properties":{"contract_id":"c-import"}}\n', bodySerializer: (b) => b,
        headers: { 'Content-Type': 'application/x-ndjson', 'X-Api-Key': change.headers ? 'phc_wrong' : key } }
    : {};
  const { response, data, error } = await client[call.method](call.path, { params, ...body, parseAs: 'text' });
  const sent = typeof (data ?? error) === 'string' ? (data ?? error) : JSON.stringify(data ?? error);
  if (response.status !== expected) {
    faults.push(`${call.method} ${call.path} ${label}: ${response.status} instead of ${expected}: ${sent.slice(0, 200)}`);
  }
  check(call, label, response, sent);
}

for (const call of calls) {
  const found = call.path.includes('/quarantine/{id}') ? 404 : 200;
  await ask(call, 'as described', {}, found);
  await ask(call, 'without a token', { headers: { Authorization: 'Bearer nobody' } }, 401);
  if (!call.operation.requestBody) {
    await ask(call, 'with an unknown parameter', { query: { sideways: '1' } }, 400);
    if (call.params.path.id !== undefined) {
      await ask(call, 'of nothing', { path: { id: 'nothing-at-all' } }, 404);
    }
  }
}

const ids = calls.map((call) => call.operation.operationId);
if (new Set(ids).size !== ids.length) faults.push('operation ids are not unique: ' + ids);
console.log(`${calls.length} operations: ${ids.sort().join(' ')}`);
if (faults.length) {
  console.log(faults.join('\n'));
  process.exit(1);
}
