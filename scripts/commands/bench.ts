import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Command } from 'commander';
import { type Figure, holds, table } from '../bench/figure.ts';
import { fleetFigures } from '../bench/fleet-figures.ts';
import { macroFigures } from '../bench/macro-figures.ts';
import { pageFigures } from '../bench/page-figures.ts';
import { skillTurns } from '../bench/skill-turns.ts';
import { startToReady } from '../bench/start-to-ready.ts';
import { typeFigures } from '../bench/type-figures.ts';
import type { CommandContext } from '../lib/command.ts';
import { UserError } from '../lib/user-error.ts';

/** Each part of the bench measures alone: two at once would measure each other. */
const PARTS: Readonly<Record<string, (root: string) => Promise<Figure[]>>> = {
  start: startToReady,
  macros: macroFigures,
  fleet: fleetFigures,
  pages: pageFigures,
  turns: skillTurns,
  types: typeFigures,
};

interface BenchOptions {
  readonly only?: string[];
  readonly out: string;
  readonly json: boolean;
}

export default (context: CommandContext) =>
  new Command('bench')
    .description('Measures the figures that the design holds itself to, and says which bounds are kept.')
    .option('--only <part...>', `only these parts: ${Object.keys(PARTS).join(', ')}`)
    .option('--out <file>', 'where the figures go as JSON', 'dist/bench.json')
    .option('--json', 'print the figures as JSON instead of a table', false)
    .action(async (options: BenchOptions) => {
      const figures = await measure(options.only ?? Object.keys(PARTS), context);
      const text = `${JSON.stringify({ node: process.version, figures }, null, 2)}\n`;
      const file = resolve(context.root, options.out);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      context.out.write(options.json ? text : `\n${table(figures)}\n\nAlso in ${options.out}\n`);
      const missed = figures.filter((figure) => holds(figure) === false);
      if (missed.length > 0) {
        throw new UserError('bound-missed', `Missed: ${missed.map(({ name }) => name).join('; ')}`);
      }
    });

async function measure(names: readonly string[], { root, err }: CommandContext): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const name of names) {
    const part = PARTS[name];
    if (!part)
      throw new UserError(
        'unknown-part',
        `No part is named ${name}; there are ${Object.keys(PARTS).join(', ')}.`,
      );
    err.write(`measuring ${name} …\n`);
    figures.push(...(await part(root)));
  }
  return figures;
}
