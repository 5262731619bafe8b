import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkSkill } from '#simulator/assistant/skill-client';
import { startCommand, type TestRun, temporaryRoot } from '../lib/run-for-test.ts';
import { ensureSkillKeys } from '../lib/skill-keys.ts';
import serve, { threadHint } from './serve.ts';

// The pages are those of this project; keys and secrets are in a folder of the test's own.
const root = process.cwd();
let data: ReturnType<typeof temporaryRoot>;
let running: TestRun[];

beforeEach(() => {
  data = temporaryRoot();
  running = [];
});
afterEach(async () => {
  for (const run of running) run.stop();
  await Promise.all(running.map(({ ended }) => ended));
  data.remove();
});

function start(argv: readonly string[], env: Record<string, string> = {}): TestRun {
  const run = startCommand(serve, argv, { root, env: { DATA_DIRECTORY: data.root, ...env } });
  running.push(run);
  return run;
}

async function startJson(...argv: string[]) {
  const run = start([...argv, '--json']);
  await run.printed('\n');
  const { ready, server } = JSON.parse(run.out) as { ready: boolean; server: string };
  expect(ready).toBe(true);
  return { run, server };
}

const newKeys = () => ensureSkillKeys(join(data.root, 'skills'), 'switch', 2048);

it('says ready in one line of JSON, serves, and ends with 0 when it is stopped', async () => {
  const keys = await newKeys();
  const { run, server } = await startJson('--port', '0');
  const skill = { name: 'switch', url: `${server}/skills/switch`, ...keys };
  await checkSkill(skill);
  run.stop();
  expect(await run.ended).toBe(0);
  await expect(checkSkill(skill)).rejects.toMatchObject({ code: 'unreachable' });
});

it('says which skills have no keys, and takes the keys when they come', async () => {
  const run = start(['--port', '0']);
  await run.printed('Ctrl-C');
  expect(run.out).toContain('/skills/switch has no keys yet: npm run skill -- keys switch');
  const keys = await newKeys();
  process.emit('SIGHUP', 'SIGHUP');
  const url = /http\S+\/skills\/switch(?= )/.exec(run.out)?.[0] ?? '';
  await expect.poll(() => checkSkill({ name: 'switch', url, ...keys })).toBeUndefined();
});

it('takes the next free port where the wanted one is taken', async () => {
  const port = Number(new URL((await startJson('--port', '0')).server).port);
  const second = Number(new URL((await startJson('--port', String(port))).server).port);
  expect(second).toBeGreaterThan(port);
});

it('shows every fault of the configuration at once, and does not start', async () => {
  const run = start([], { HOST: '0.0.0.0', PLAIN_REQUESTS: 'yes' });
  expect(await run.ended).toBe(1);
  expect(run.err).toMatch(/HOST: found 0\.0\.0\.0.*PLAIN_REQUESTS: found yes.*docs\/server\.md\n$/s);
  expect(run.out).toBe('');
});

it.each(['x', '-1', '65536', '1.5'])('refuses the port %s', async (port) => {
  expect(await start(['--port', port]).ended).toBe(1);
});

it('says how to use more cores than the thread pool has threads', () => {
  expect(threadHint({}, 8)).toContain('UV_THREADPOOL_SIZE=8');
  expect(threadHint({ UV_THREADPOOL_SIZE: '8' }, 8)).toBe('');
  expect(threadHint({}, 4)).toBe('');
});
