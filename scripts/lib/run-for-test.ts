import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { type CommandContext, type CommandFactory, runCommand } from './command.ts';

/** A command that runs in process, in a temporary folder. */
export interface TestRun {
  /** What it has printed so far. */
  readonly out: string;
  readonly err: string;
  /** Its exit code, when it has ended. */
  readonly ended: Promise<number>;
  /** Resolves as soon as the output holds the text so many times, or once; rejects when the command ends without. */
  printed(text: string, times?: number): Promise<void>;
  /** The same of its error output. */
  complained(text: string): Promise<void>;
  /** As Ctrl-C does. */
  stop(): void;
}

export interface TestRunOptions {
  readonly root: string;
  /** What comes over standard input, which then ends. */
  readonly input?: string;
  /** Standard input and output are a terminal. */
  readonly terminal?: boolean;
  readonly env?: CommandContext['env'];
}

/** A folder for one test, and how to take it away. */
export function temporaryRoot(): { root: string; remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'command-'));
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

export function startCommand(
  factory: CommandFactory,
  argv: readonly string[],
  { root, input = '', terminal = false, env = {} }: TestRunOptions,
): TestRun {
  const out = collector(terminal);
  const err = collector(terminal);
  const stopping = new AbortController();
  const source = Object.assign(Readable.from(input === '' ? [] : [input]), terminal && { isTTY: true });
  const context: CommandContext = {
    out: out.stream,
    err: err.stream,
    input: source,
    env,
    signal: stopping.signal,
    root,
  };
  const ended = runCommand(factory, argv, context);
  const isOver = ended.then(() => 'ended');
  const heard = async (stream: ReturnType<typeof collector>, text: string, times = 1) => {
    const isHeard = () => stream.text().split(text).length > times;
    while (!isHeard()) {
      if ((await Promise.race([stream.more(), isOver])) === 'ended' && !isHeard()) {
        throw new Error(`The command ended without saying ${text}: ${out.text()}${err.text()}`);
      }
    }
  };
  return {
    get out() {
      return out.text();
    },
    get err() {
      return err.text();
    },
    ended,
    printed: (text, times) => heard(out, text, times),
    complained: (text) => heard(err, text),
    stop: () => stopping.abort(),
  };
}

function collector(isTTY: boolean) {
  let text = '';
  let wake = () => {};
  const stream = Object.assign(new PassThrough(), isTTY && { isTTY });
  stream.on('data', (chunk) => {
    text += chunk;
    wake();
  });
  return {
    stream,
    text: () => text,
    more: () => new Promise<string>((resolve) => (wake = () => resolve('more'))),
  };
}
