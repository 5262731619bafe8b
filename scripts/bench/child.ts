import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A command of ours as its own process, as a user runs it. */
export interface Child {
  /** Milliseconds from the spawn to the line that says ready. */
  readonly readyAfter: number;
  /** That line, parsed. */
  readonly ready: Record<string, unknown>;
  /** Ends it with SIGTERM, waits until it is gone, and answers its exit code. */
  end(): Promise<number | null>;
}

/** Starts `npm run`'s command with `--json` and waits for its ready line. */
export async function startChild(
  root: string,
  command: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Child> {
  const startedAt = performance.now();
  const [program = 'node', ...args] = command;
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  for await (const line of createInterface(child.stdout)) {
    if (!line.startsWith('{')) continue;
    const readyAfter = performance.now() - startedAt;
    const end = async (): Promise<number | null> => {
      child.kill('SIGTERM');
      const [code] = await gone;
      return code;
    };
    return { readyAfter, ready: JSON.parse(line), end };
  }
  throw new Error(`${command.join(' ')} ended before it was ready`);
}
