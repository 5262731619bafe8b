// Runs one of the commands in scripts/commands: bundles its TypeScript, which takes some tens of milliseconds,
// and calls it. Plain Node, because it must work before anything of ours is compiled.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [name = '', ...argv] = process.argv.slice(2);
const source = join(root, 'scripts/commands', `${name}.ts`);
if (!existsSync(source)) {
  console.error(`There is no command ${name || 'without a name'}. Type: npm run`);
  process.exit(2);
}

process.setSourceMapsEnabled(true);
const { default: factory, runCommand, processContext } = await import(pathToFileURL(await bundle(name)).href);
process.exitCode = await runCommand(factory, argv, processContext());

/**
 * Bundles scripts/commands/NAME.ts to dist/node/NAME.js and answers its path.
 * @param {string} command
 */
async function bundle(command) {
  const { build } = await import('esbuild').catch(() => {
    console.error('Nothing is installed yet. Type: npm ci --ignore-scripts');
    process.exit(1);
  });
  const outfile = join(root, 'dist/node', `${command}.js`);
  const result = await build({
    stdin: {
      contents: `
        export { default } from './commands/${command}.ts';
        export { runCommand } from './lib/command.ts';
        export { processContext } from './lib/process-context.ts';`,
      resolveDir: join(root, 'scripts'),
      sourcefile: `${command}.entry.ts`,
    },
    outfile,
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    packages: 'external',
    alias: Object.fromEntries(ownImports()),
    sourcemap: 'inline',
    logLevel: 'error',
  });
  writeIfChanged(outfile, Buffer.concat(result.outputFiles.map((file) => file.contents)));
  return outfile;
}

/** `#room/…` is ours and is bundled; esbuild's `packages: external` would leave it outside. */
function ownImports() {
  const rooms = ['contract', 'server', 'simulator', 'scripts', 'xapi', 'macros', 'webviews', 'test'];
  return rooms.map((room) => [`#${room}`, join(root, room)]);
}

/**
 * Another command may be running the same file: it is replaced whole, and only when it differs.
 * @param {string} file
 * @param {Buffer} contents
 */
function writeIfChanged(file, contents) {
  if (existsSync(file) && readFileSync(file).equals(contents)) return;
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, contents);
  renameSync(draft, file);
}
