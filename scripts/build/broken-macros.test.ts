import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UserError } from '../lib/user-error.ts';
import { MacroProject } from './testing/macro-project.ts';

const FOLDER = join(process.cwd(), 'scripts/build/fixtures/broken');

let project: MacroProject;
beforeAll(async () => {
  project = await MacroProject.create();
});
afterAll(() => project.remove());

/** The comments above the code say, as `// line:column: message`, what must be said of the macro. */
const expected = (text: string) =>
  [...text.matchAll(/^\/\/ (\d+:\d+: .*)$/gm)].map(([, message]) => `  macros/bad/index.ts:${message}`);

test.each(readdirSync(FOLDER))('%s is refused with these words', async (file) => {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  await project.write('bad/index.ts', text);
  const failure = await project.bundle().catch((error: UserError) => error);
  expect('message' in failure && failure.message.split('\n')).toEqual([
    'The macro bad does not build:',
    ...expected(text),
  ]);
});

test('what several macros have wrong is said at once', async () => {
  await project.write('bad/index.ts', 'fetch(1);');
  await project.write('worse/index.ts', 'const = 1;');
  await expect(project.bundle()).rejects.toMatchObject({
    code: 'macro-build-failed',
    message: expect.stringMatching(
      /^The macro bad .*\n.*fetch is not .*\nThe macro worse .*\n.*Expected identifier/,
    ),
  });
});
