import { setMaxListeners } from 'node:events';
import { CommanderError } from 'commander';
import picocolors from 'picocolors';
import type { DeployTarget } from '#scripts/deploy/target';
import type { CommandContext } from '#scripts/lib/command';
import { UserError } from '#scripts/lib/user-error';
import { BuiltMaps } from './built-maps.ts';
import { type FollowOptions, followLog } from './follow-log.ts';
import { itemJson } from './item-json.ts';
import { itemText } from './item-text.ts';
import type { LogItem } from './log-item.ts';
import { PacedOutput } from './paced-output.ts';

export interface ShowOptions extends Pick<FollowOptions, 'filter' | 'since' | 'follow'> {
  readonly json: boolean;
}

/**
 * Prints the macro logs of devices as their lines come, until the context's signal or until nobody reads. Of several
 * devices one that fails is told, and the others go on.
 *
 * @throws UserError of the only device
 * @throws CommanderError with exit code 1 when some have failed, 2 when all have
 */
export async function showLogs(
  context: CommandContext,
  targets: readonly DeployTarget[],
  options: ShowOptions,
): Promise<void> {
  const output = new PacedOutput(context.out);
  const signal = AbortSignal.any([context.signal, output.gone]);
  // Each connection listens to it, and takes its listener back; more than ten are no leak.
  setMaxListeners(0, signal);
  const maps = new BuiltMaps(context.root);
  const say = (line: string) => void context.err.write(`${line}\n`);
  const print = printer(context, options.json);
  const show = async (target: DeployTarget) => {
    for await (const item of followLog({ ...options, target, maps, signal, say })) {
      await output.write(print(target, item), signal);
    }
  };
  try {
    const [only] = targets;
    if (only && targets.length === 1) return await show(only);
    await showAll(targets, show, (target, error) => tell(context, target, error, options.json));
  } finally {
    output.end();
  }
}

async function showAll(
  targets: readonly DeployTarget[],
  show: (target: DeployTarget) => Promise<void>,
  onFailure: (target: DeployTarget, error: UserError) => void,
): Promise<void> {
  let failed = 0;
  const shown = targets.map((target) =>
    show(target).catch((error) => {
      if (!(error instanceof UserError)) throw error;
      failed += 1;
      onFailure(target, error);
    }),
  );
  await Promise.all(shown);
  if (failed > 0) throw new CommanderError(failed === targets.length ? 2 : 1, 'logs.failed', '');
}

function printer({ out, env }: CommandContext, json: boolean) {
  const { isTTY = false, columns } = out as { isTTY?: boolean; columns?: number };
  const colors = picocolors.createColors(isTTY && env.NO_COLOR === undefined);
  return ({ name, label }: DeployTarget, item: LogItem) =>
    json ? itemJson(name, item) : itemText(label, item, { colors, columns: isTTY ? columns : undefined });
}

function tell(
  { out, err }: CommandContext,
  { name: host }: DeployTarget,
  { code, message }: UserError,
  json: boolean,
): void {
  if (json) out.write(`${JSON.stringify({ host, error: { code, message } })}\n`);
  else err.write(`${message}\n`);
}
