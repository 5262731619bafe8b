import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LanguageServer, startLanguageServer } from '../bench/language-server.ts';

const uri = pathToFileURL(join(process.cwd(), 'macros/lib/show-alert.ts')).href;
let server: LanguageServer;

beforeAll(async () => {
  server = startLanguageServer('node_modules/.bin/tsc');
  const rootUri = pathToFileURL(process.cwd()).href;
  await server.request('initialize', { processId: null, rootUri, capabilities: {} });
  server.notify('initialized', {});
  const textDocument = { uri, languageId: 'typescript', version: 0, text: '' };
  server.notify('textDocument/didOpen', { textDocument });
});
afterAll(() => server.end());

let version = 0;

/** What the editor says of the place marked with `^` in a line of a macro. */
async function ask(method: 'hover' | 'completion', marked: string): Promise<string> {
  version += 1;
  const character = marked.indexOf('^');
  const text = `import xapi from 'xapi';\n${marked.replace('^', '')}\n`;
  server.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
  const position = { line: 1, character };
  return JSON.stringify(await server.request(`textDocument/${method}`, { textDocument: { uri }, position }));
}

test('a command shows its roles, a parameter its range', async () => {
  expect(await ask('hover', 'xapi.Command.Audio.Volume.Se^t({ Level: 1 })')).toContain('Roles: Admin');
  expect(await ask('hover', 'xapi.Command.Audio.Volume.Set({ Lev^el: 1 })')).toContain('From 0 to 100.');
});

test('statuses and configurations show what is known of them, in lists too', async () => {
  expect(await ask('hover', 'xapi.Status.MediaChannels.Call[1].Channel[1].Vid^eo.IntraFrames')).toContain(
    'Channel',
  );
  expect(await ask('hover', 'xapi.Status.MediaChannels.Call[1].Channel[1].Video.Intra^Frames')).toContain(
    'Since 26.2.1.',
  );
  expect(await ask('hover', 'xapi.Config.HttpClient.Mo^de.get()')).toContain('Default `Off`.');
});

test('what the newest release no longer has is struck out', async () => {
  expect(await ask('hover', 'xapi.Config.Cameras.SpeakerTrack.Zoom^Range.get()')).toContain('Until 11.15.1.');
});

test.each([
  ['xapi.^', ['Command', 'Config', 'Event', 'Status']],
  ['xapi.Command.UserInterface.WebView.^', ['Display', 'Clear']],
  ['xapi.Status.Audio.Volume.^', ['get', 'on', 'once']],
  ['xapi.Config.HttpClient.Mode.^', ['get', 'set', 'on', 'once']],
  ["xapi.Config.HttpClient.Mode.set('^')", ['On', 'Off']],
  ["xapi.Command.Audio.Volume.Set({ Device: '^' })", ['Internal', 'HeadsetUSB']],
  ['xapi.Event.UserInterface.Extensions.Panel.Clicked.on(({ ^ }) => {})', ['PanelId', 'Origin']],
])('the editor completes %s', async (line, expected) => {
  const completion = await ask('completion', line);
  for (const label of expected) expect(completion).toMatch(new RegExp(`"label":"${label}\\??"`));
});
