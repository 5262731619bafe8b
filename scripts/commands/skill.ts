import { Command } from 'commander';
import type { CommandContext } from '../lib/command.ts';
import { checkCommand } from '../skill/check-command.ts';
import { invokeCommand } from '../skill/invoke-command.ts';
import { keysCommand } from '../skill/keys-command.ts';

export default (context: CommandContext) =>
  new Command('skill')
    .description('Keys for a skill, its health check, and one turn against it.')
    .addCommand(keysCommand(context))
    .addCommand(checkCommand(context))
    .addCommand(invokeCommand(context));
