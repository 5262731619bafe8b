import { connectDevice } from '#scripts/deploy/connect';
import { findTarget } from '#scripts/deploy/find-target';
import type { CommandContext } from '#scripts/lib/command';
import { UserError } from '#scripts/lib/user-error';

const ROOTS = ['Command', 'Configuration', 'Event', 'Status'];

/** A device's own schema, `{Command: {…}, Status: {…}, …}`. @throws UserError, among them ConnectionError */
export async function fetchSchema(context: CommandContext, host: string) {
  const target = await findTarget(context, host);
  const say = (line: string) => void context.err.write(`${line}\n`);
  const connection = await connectDevice(target, { signal: context.signal, say });
  try {
    if (connection.lacks.has('schema')) {
      throw new UserError('no-schema', `${target.label}: ${target.address} does not give out the schema.`, 2);
    }
    const roots = ROOTS.map(async (root) => [root, await connection.schema(root)]);
    return { label: target.label, schema: Object.fromEntries(await Promise.all(roots)) as unknown };
  } finally {
    connection.close();
  }
}
