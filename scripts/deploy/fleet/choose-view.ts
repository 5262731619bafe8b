import picocolors from 'picocolors';
import type { CommandContext } from '#scripts/lib/command';
import type { DeployTarget } from '../target.ts';
import type { DeployFlags } from './deploy-flags.ts';
import type { FleetView } from './fleet-view.ts';
import { LineView } from './line-view.ts';
import { LiveView } from './live-view.ts';
import { OrderedView } from './ordered-view.ts';

const SILENT: FleetView = { take: () => {}, finish: () => {} };

/**
 * A table for many devices on a terminal; lines for one, and on a pipe. Plans are read one after the other, so they
 * come one after the other.
 */
export function chooseView(
  { out, err, env }: CommandContext,
  { json, dryRun }: Pick<DeployFlags, 'json' | 'dryRun'>,
  targets: readonly DeployTarget[],
): FleetView {
  if (json) return SILENT;
  const lines = new LineView(out, err);
  if (dryRun) return new OrderedView(targets, lines);
  const isTerminal = 'isTTY' in out && out.isTTY === true;
  if (!isTerminal || targets.length === 1) return lines;
  return new LiveView(targets, out, picocolors.createColors(env.NO_COLOR === undefined));
}
