import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { startChild } from '../bench/child.ts';
import type { CommandContext } from '../lib/command.ts';
import { takePictures } from '../screenshots/take-pictures.ts';

export default (context: CommandContext) =>
  new Command('screenshots')
    .description("Makes the README's pictures anew, from the real thing, into docs/images.")
    .action(async () => {
      const folder = join(context.root, 'docs/images');
      mkdirSync(folder, { recursive: true });
      const start = await startChild(context.root, [
        'node',
        'scripts/run.mjs',
        'start',
        '--port',
        '0',
        '--json',
      ]);
      try {
        await takePictures(String(start.ready.console), folder, (file) => context.out.write(`${file}\n`));
      } finally {
        await start.end();
      }
    });
