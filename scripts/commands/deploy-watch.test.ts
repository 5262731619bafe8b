import { appendFileSync, cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { closeFleet, type FleetMember, startFleet } from '../deploy/fleet/test-fleet.ts';
import { startCommand, type TestRun, temporaryRoot } from '../lib/run-for-test.ts';
import deploy from './deploy.ts';

let folder: ReturnType<typeof temporaryRoot>;
let fleet: FleetMember[];
let watch: TestRun;

beforeEach(async () => {
  folder = temporaryRoot();
  for (const name of ['node_modules', 'package.json']) {
    symlinkSync(join(process.cwd(), name), join(folder.root, name));
  }
  for (const name of ['macros', 'contract']) {
    cpSync(join(process.cwd(), name), join(folder.root, name), { recursive: true });
  }
  fleet = await startFleet(2);
  const devices = fleet.map(({ target: { name, address } }) => `  ${name}: {address: '${address}'}\n`);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the file names a variable so
  const defaults = 'defaults: {username: admin, password: "${PASSWORD}"}\n';
  writeFileSync(join(folder.root, 'devices.yaml'), `${defaults}devices:\n${devices.join('')}`);
  writeFileSync(join(folder.root, '.env'), 'PASSWORD=simulated\n');
  watch = startCommand(deploy, ['--all', '--watch', '--retries', '0'], { root: folder.root });
  await watch.printed('Watching macros/ and contract/');
});
afterEach(async () => {
  watch.stop();
  expect(await watch.ended).toBe(0);
  await closeFleet(fleet);
  folder.remove();
});

const INDEX = 'macros/room-controls/index.ts';
const add = (text: string) => appendFileSync(join(folder.root, INDEX), `${text}\n`);

/** What was changed on a device since it was deployed to. */
function changesOf(member: FleetMember | undefined): () => string[] {
  const before = member?.changes().length ?? 0;
  return () => member?.changes().slice(before) ?? [];
}

test('a change is brought to every device: the macro that it affects is saved, and one restart', async () => {
  const changes = fleet.map(changesOf);
  add("console.log('brought', 1);");
  await watch.printed('room1  room-controls runs');
  await watch.printed('room2  room-controls runs');
  for (const each of changes) expect(each()).toEqual(['Macros Macro Save', 'Macros Runtime Restart']);
  expect(watch.out).toMatch(/^room1 {2}room-controls runs, \d+ ms after the change$/m);
  expect(fleet[0]?.device.macros.log.from(0).map(({ Message }) => Message)).toContain('brought 1');
});

test('a file that several macros use changes them all, with one restart', async () => {
  const changes = changesOf(fleet[0]);
  appendFileSync(join(folder.root, 'macros/lib/start-macro.ts'), "\nconsole.log('shared');\n");
  await watch.printed('room1  assistant-events, room-controls, web-view-keeper runs, ');
  expect(changes().filter((path) => path === 'Macros Macro Save').length).toBeGreaterThan(1);
  expect(changes().filter((path) => path === 'Macros Runtime Restart')).toHaveLength(1);
});

test('what does not build is said, the last good set stays, and the next save goes on', async () => {
  const changes = changesOf(fleet[0]);
  const good = readFileSync(join(folder.root, INDEX), 'utf8');
  add('const = ;');
  await watch.complained('room-controls does not build');
  expect(watch.err).toMatch(/macros\/room-controls\/index\.ts:\d+:\d+/);
  expect(changes()).toEqual([]);
  writeFileSync(join(folder.root, INDEX), `${good}console.log('mended');\n`);
  await watch.printed('room1  room-controls runs');
});

test('a macro that does not come up is shown with the place in its source, and the watch goes on', async () => {
  const good = readFileSync(join(folder.root, INDEX), 'utf8');
  writeFileSync(join(folder.root, INDEX), `throw new Error('not today');\n${good}`);
  await watch.complained('not today');
  expect(watch.err).toContain('room1: room-controls is saved and does not run.');
  expect(watch.err).toMatch(/macros\/room-controls\/index\.ts:\d+/);
  writeFileSync(join(folder.root, INDEX), `${good}console.log('mended');\n`);
  await watch.printed('room1  room-controls runs');
});

test('a device whose connection was lost gets everything with the next change', async () => {
  fleet[0]?.wire.faults.drop();
  await watch.complained('room1  the connection was lost');
  add("console.log('again');");
  await watch.printed('room1  ready: ');
  await watch.printed('room2  room-controls runs');
});
