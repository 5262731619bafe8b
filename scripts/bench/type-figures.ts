import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Figure, quantile } from './figure.ts';
import { type LanguageServer, startLanguageServer } from './language-server.ts';

const COMPILES = 5;
const COMPLETIONS = 30;
const GENERATED = 'macros/types/xapi/generated';
/** Present, so that it belongs to the project of the macros; its text is only the editor's. */
const FILE = 'macros/lib/show-alert.ts';

/** What the types of the whole xAPI cost whoever writes a macro: in bytes, in the compiler, in the editor. */
export async function typeFigures(root: string): Promise<Figure[]> {
  const sizes = readdirSync(join(root, GENERATED)).map((name) => statSync(join(root, GENERATED, name)).size);
  const compiles = Array.from({ length: COMPILES }, () => timeCompile(root));
  const [first = Number.NaN, ...others] = await timeCompletions(root);
  return [
    { name: 'types of xapi', value: sizes.reduce((sum, size) => sum + size, 0) / 1024, unit: 'KB' },
    { name: 'tsc -p macros, median', value: quantile(compiles, 0.5), unit: 'ms', atMost: 2000 },
    { name: 'completion in the editor, first after opening', value: first, unit: 'ms', atMost: 2000 },
    { name: 'completion in the editor, median', value: quantile(others, 0.5), unit: 'ms', atMost: 100 },
  ];
}

function timeCompile(root: string): number {
  const startedAt = performance.now();
  const { status, stdout } = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', 'macros'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the macros do not compile:\n${stdout}`);
  return performance.now() - startedAt;
}

/** Types each line into a macro, asks for completion at its end, as an editor does after the dot. */
async function timeCompletions(root: string): Promise<number[]> {
  const server = startLanguageServer(join(root, 'node_modules/.bin/tsc'));
  try {
    const uri = pathToFileURL(join(root, FILE)).href;
    await server.request('initialize', {
      processId: null,
      rootUri: pathToFileURL(root).href,
      capabilities: {},
    });
    server.notify('initialized', {});
    server.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'typescript', version: 0, text: '' },
    });
    const times: number[] = [];
    for (let run = 0; run < COMPLETIONS; run += 1) times.push(await timeCompletion(server, uri, run));
    return times;
  } finally {
    await server.end();
  }
}

const LINES = [
  ['xapi.Command.', 'UserInterface'],
  ['xapi.Status.MediaChannels.Call[1].Channel[1].Video.', 'Protocol'],
  ['xapi.Config.Video.Input.Connector[1].', 'Name'],
  ['xapi.Event.UserInterface.Extensions.', 'Widget'],
  ['xapi.Command.UserInterface.Message.Prompt.Display({ ', 'FeedbackId'],
] as const;

async function timeCompletion(server: LanguageServer, uri: string, run: number): Promise<number> {
  const [line, expected] = LINES[run % LINES.length] ?? LINES[0];
  const startedAt = performance.now();
  server.notify('textDocument/didChange', {
    textDocument: { uri, version: run + 1 },
    contentChanges: [{ text: `import xapi from 'xapi';\n${line}` }],
  });
  const answer = await server.request('textDocument/completion', {
    textDocument: { uri },
    position: { line: 1, character: line.length },
  });
  const time = performance.now() - startedAt;
  if (!labels(answer).includes(expected)) throw new Error(`${line} is not completed with ${expected}`);
  return time;
}

function labels(answer: unknown): string[] {
  const list = answer as { items?: readonly { label: string }[] } | readonly { label: string }[] | null;
  const items = list && 'items' in list ? list.items : (list as readonly { label: string }[] | null);
  return (items ?? []).map(({ label }) => label.replace('?', ''));
}
