import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import type { CommandContext } from '#scripts/lib/command';
import { UserError } from '#scripts/lib/user-error';
import { fetchSchema } from '#scripts/types/fetch-schema';
import { type GeneratedFiles, generateTypes } from '#scripts/types/generate-types';
import { narrowCatalogue, type Selection } from '#scripts/types/narrow-catalogue';
import { readSchema } from '#scripts/types/read-schema';
import { loadCatalogue } from '#xapi';

const FOLDER = 'macros/types/xapi/generated';

interface TypesFlags extends Selection {
  readonly host?: string;
  readonly schema?: string;
  readonly check?: true;
}

const HELP = `
The types that are checked in know every public path of every product. Narrower ones refuse what a device does not
have. For narrower types to stay, put the flags into the script "types" of package.json: npm run check follows it.`;

export default (context: CommandContext) =>
  new Command('types')
    .description(`Generates the types of xapi for macros (${FOLDER}), of everything in the xAPI catalogue.`)
    .option('--product <name>', 'only what this product has, such as "Board Pro 55"')
    .option('--release <version>', 'only what this release of RoomOS has, such as 26.4')
    .option('--host <name>', 'from the own schema of this device, by its name or address')
    .option('--schema <file>', 'from a saved schema of a device: JSON of what xDoc answers, by root')
    .option('--check', 'only say whether the types are up to date')
    .addHelpText('after', HELP)
    .action(async (flags: TypesFlags) => {
      checkFlags(flags);
      const files = await generate(context, flags);
      const stale = await staleFiles(context.root, files);
      if (stale.length === 0) {
        context.out.write(`${FOLDER} is up to date.\n`);
      } else if (flags.check) {
        const command = `npm run types${flagsText(flags)}`;
        throw new UserError('stale-types', `${stale.join(', ')}: out of date. Type: ${command}`);
      } else {
        await write(context.root, files, stale);
        context.out.write(`Wrote ${stale.join(', ')}.\n`);
      }
    });

/** A device's schema is narrow already. */
function checkFlags({ host, schema, product, release }: TypesFlags): void {
  const sources = [host, schema, product ?? release].filter((each) => each !== undefined);
  if (sources.length > 1) {
    const fault = 'Of --host, --schema, and --product with --release only one can be given.';
    throw new UserError('too-many-sources', fault, 2);
  }
}

async function generate(context: CommandContext, flags: TypesFlags): Promise<GeneratedFiles> {
  if (flags.host !== undefined) {
    const { label, schema } = await fetchSchema(context, flags.host);
    return generateTypes(readSchema(schema), `the schema of ${label}`);
  }
  if (flags.schema !== undefined) {
    const schema = await readJson(resolve(context.root, flags.schema), flags.schema);
    return generateTypes(readSchema(schema), flags.schema);
  }
  const only = [flags.product, flags.release && `RoomOS ${flags.release}`].filter(Boolean).join(', ');
  const source = only ? `xapi/catalogue.json for ${only}` : 'xapi/catalogue.json';
  return generateTypes(narrowCatalogue(loadCatalogue(), flags), source);
}

async function readJson(file: string, name: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UserError('no-schema', `${name} cannot be read.`, 2);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError('bad-schema', `${name} is no JSON.`, 2);
  }
}

async function staleFiles(root: string, files: GeneratedFiles): Promise<string[]> {
  const read = (name: string) => readFile(join(root, FOLDER, name), 'utf8').catch(() => undefined);
  const present = await Promise.all(
    Object.keys(files).map(async (name) => [name, await read(name)] as const),
  );
  return present.filter(([name, text]) => text !== files[name]).map(([name]) => name);
}

async function write(root: string, files: GeneratedFiles, names: readonly string[]): Promise<void> {
  await mkdir(join(root, FOLDER), { recursive: true });
  await Promise.all(names.map((name) => writeFile(join(root, FOLDER, name), files[name] ?? '')));
}

function flagsText({ product, release, host, schema }: TypesFlags): string {
  const given = Object.entries({ product, release, host, schema }).filter(([, value]) => value !== undefined);
  return given.length > 0 ? ` -- ${given.map(([name, value]) => `--${name} "${value}"`).join(' ')}` : '';
}
