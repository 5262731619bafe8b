import { ensureBuilt } from '../build/ensure-built.ts';
import type { CommandContext } from '../lib/command.ts';
import { simulateCommand } from '../simulate/simulate-command.ts';

export default (context: CommandContext) => {
  const say = (line: string) => void context.err.write(`${line}\n`);
  return simulateCommand(context, () => ensureBuilt(context.root, say, ['console']));
};
