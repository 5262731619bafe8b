// The `pre` step of npm start and npm test: makes sure that what the lockfile names is installed, and with
// --browser that there is a Chromium to test with. Plain Node without dependencies: nothing is installed yet.
// It prints nothing when nothing is to be done, and writes to stderr only: stdout belongs to the command.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './find-browser.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

requireNode(20, 19);
if (!isInstalled()) install();
if (process.argv.includes('--browser') && !findBrowser()) installBrowser();

/** @param {number} major @param {number} minor */
function requireNode(major, minor) {
  const [haveMajor = 0, haveMinor = 0] = process.versions.node.split('.').map(Number);
  if (haveMajor > major || (haveMajor === major && haveMinor >= minor)) return;
  fail(`roomos-assistant-kit needs Node ${major}.${minor} or newer; this is ${process.versions.node}.`);
}

/** Whether node_modules holds, in the same version, every package that the lockfile requires. */
function isInstalled() {
  const present = packagesOf('node_modules/.package-lock.json');
  if (!present) return false;
  return Object.entries(packagesOf('package-lock.json') ?? {}).every(([path, wanted]) => {
    const isOurs = path === '' || !path.startsWith('node_modules/');
    return isOurs || wanted.optional || present[path]?.version === wanted.version;
  });
}

/** @param {string} lockfile @returns {Record<string, {version?: string, optional?: boolean}> | undefined} */
function packagesOf(lockfile) {
  const path = join(root, lockfile);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined;
}

/** Without install scripts: none of our packages needs one, and no foreign code runs at install. */
function install() {
  say('Installing what package-lock.json names (once) …');
  run(
    'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    'npm ci --ignore-scripts',
  );
}

function installBrowser() {
  const command = 'apt-get install -y --no-install-recommends chromium fonts-liberation';
  const isDebian = existsSync('/usr/bin/apt-get');
  if (!isDebian) {
    fail('The tests need Chromium or Chrome, and none was found. Install one, or set CHROMIUM to its path.');
  }
  if (process.getuid?.() !== 0) fail(`The tests need Chromium. Type: sudo ${command}`);
  say("Installing Debian's Chromium for the tests (once) …");
  run('apt-get', ['update', '-qq'], 'apt-get update');
  run('apt-get', command.split(' ').slice(1), command);
}

/** @param {string} program @param {string[]} args @param {string} shown */
function run(program, args, shown) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, error } = spawnSync(program, args, { cwd: root, env, stdio: ['ignore', 2, 2] });
  if (status !== 0) fail(`That failed${error ? ` (${error.message})` : ''}. To see more, type: ${shown}`);
}

/** @param {string} text */
function say(text) {
  process.stderr.write(`${text}\n`);
}

/** @param {string} text @returns {never} */
function fail(text) {
  say(text);
  process.exit(1);
}
