import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';

const RunningSchema = v.object({
  /** Address of the console, which is that of the control interface. */
  console: v.pipe(v.string(), v.url()),
  /** Address of the skill server; absent when only devices run. */
  server: v.optional(v.pipe(v.string(), v.url())),
  pid: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

/** Where the running simulator is: `start` and `simulate` write it, `say` and `deploy` read it. */
export type Running = v.InferOutput<typeof RunningSchema>;

/** Notes that this process runs a simulator. Of two at once the last one to start is found. */
export function writeRunning(root: string, running: Running): void {
  const file = runningFile(root);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(running)}\n`, { mode: 0o600 });
  // The mode above is only taken for a new file.
  chmodSync(file, 0o600);
}

/** The simulator that runs now; `undefined` when there is none, or when it ended without taking its note along. */
export function readRunning(root: string): Running | undefined {
  const result = v.safeParse(RunningSchema, readJson(runningFile(root)));
  return result.success && isAlive(result.output.pid) ? result.output : undefined;
}

/** Takes the note away, unless another process has put its own in place by now. */
export function removeRunning(root: string, pid: number = process.pid): void {
  const result = v.safeParse(RunningSchema, readJson(runningFile(root)));
  if (result.success && result.output.pid !== pid) return;
  rmSync(runningFile(root), { force: true });
}

const runningFile = (root: string) => join(root, '.data', 'running.json');

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // Absent, or cut short by a process that was killed: both mean that nothing is known to run.
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process may not be signalled, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
