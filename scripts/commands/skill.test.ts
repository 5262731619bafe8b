import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { echoSkill } from '#server/doors/assistant/fixtures/echo-skill';
import { type RunningServer, startServer } from '#server/main';
import { startCommand, temporaryRoot } from '../lib/run-for-test.ts';
import skill from './skill.ts';

let folder: ReturnType<typeof temporaryRoot>;
let root: string;
let server: RunningServer | undefined;

beforeEach(() => {
  folder = temporaryRoot();
  root = folder.root;
});
afterEach(async () => {
  await server?.close();
  folder.remove();
});

async function run(...argv: string[]) {
  const command = startCommand(skill, argv, { root });
  const code = await command.ended;
  return { code, out: command.out, err: command.err };
}

async function serve(plainRequests = false): Promise<string> {
  server = await startServer({
    port: 0,
    dataDirectory: join(root, '.data'),
    keysDirectory: join(root, '.data/skills'),
    pagesDirectory: root,
    plainRequests,
    createSkills: () => [echoSkill()],
  });
  return `${server.url}/skills/echo`;
}

const keysOfEcho = () => run('keys', 'echo', '--bits', '2048');

describe('skill keys', () => {
  it('makes keys and says what to do with them, without showing the secret', async () => {
    const { code, out } = await keysOfEcho();
    const secret = (await readFile(join(root, '.data/skills/echo/echo.secret'), 'utf8')).trim();
    expect(code).toBe(0);
    expect(out).toContain(join(root, '.data/skills/echo/echo.public.pem'));
    expect(out).toContain('npm run skill -- check echo');
    expect(out).not.toContain(secret);
  });

  it('never writes over keys, and says how to change them', async () => {
    await keysOfEcho();
    const key = () => readFile(join(root, '.data/skills/echo/echo.private.pem'), 'utf8');
    const before = await key();
    expect(await keysOfEcho()).toMatchObject({ code: 1, err: expect.stringContaining('keys echo --rotate') });
    expect(await key()).toBe(before);
    const rotated = await run('keys', 'echo', '--bits', '2048', '--rotate', '--json');
    expect(JSON.parse(rotated.out).privateKey).toBe(join(root, '.data/skills/echo/echo-2.private.pem'));
    expect(await key()).toBe(before);
  });

  it.each([['../evil'], ['Echo'], ['a b']])('refuses the name %j', async (name) => {
    expect(await run('keys', name)).toMatchObject({
      code: 1,
      err: expect.stringContaining('cannot be the name'),
    });
  });

  it('refuses sizes that are none', async () => {
    expect(await run('keys', 'echo', '--bits', '1024')).toMatchObject({
      code: 1,
      err: expect.stringContaining('2048, 3072 or 4096'),
    });
  });
});

describe('skill check', () => {
  it('says that the skill is well', async () => {
    await keysOfEcho();
    const url = await serve();
    const plain = await run('check', url);
    expect(plain).toMatchObject({ code: 0, out: expect.stringContaining(`echo at ${url} is well`) });
    expect(JSON.parse((await run('check', url, '--json')).out)).toMatchObject({
      skill: 'echo',
      url,
      ok: true,
    });
  });

  it('says what is wrong, and what to type', async () => {
    expect(await run('check', 'echo')).toMatchObject({
      code: 1,
      err: expect.stringContaining('npm run skill -- keys echo'),
    });
    await keysOfEcho();
    const url = await serve();
    await server?.close();
    expect(await run('check', url)).toMatchObject({ code: 1, err: expect.stringContaining('npm run serve') });
    const asJson = await run('check', url, '--json');
    expect(JSON.parse(asJson.out).error.code).toBe('unreachable');
  });

  it('tells a skill that has other keys', async () => {
    await run('keys', 'other', '--bits', '2048');
    await keysOfEcho();
    const answer = await run('check', await serve(), '--keys', '.data/skills/other');
    expect(answer).toMatchObject({ code: 1, err: expect.stringContaining('status 401') });
  });
});

describe('skill invoke', () => {
  it('sends a signed turn and shows the directives', async () => {
    await keysOfEcho();
    const answer = await run('invoke', '--url', await serve(), 'hello', 'there');
    expect(answer.code).toBe(0);
    expect(answer.out.split('\n').slice(0, 2)).toEqual([
      'reply            {"text":"hello there"}',
      'speak            {"text":"hello there"}',
    ]);
  });

  it('reaches a target state without words, and answers in JSON', async () => {
    await keysOfEcho();
    const { out } = await run('invoke', '--url', await serve(), '--state', 'skill_intro', '--json', '');
    const { request, response } = JSON.parse(out);
    expect(request.params.target_dialogue_state).toBe('skill_intro');
    expect(response.params.target_dialogue_state).toBe('echo');
    expect(response.challenge).toBe(request.challenge);
  });

  it('sends a plain turn, which the server must have been told to take', async () => {
    const url = await serve(true);
    expect((await run('invoke', '--url', url, '--plain', 'hello')).code).toBe(0);
    await server?.close();
    const strict = await serve();
    expect(await run('invoke', '--url', strict, '--plain', 'hello')).toMatchObject({ code: 1 });
  });

  it('wants something to say', async () => {
    expect(await run('invoke', 'echo')).toMatchObject({
      code: 1,
      err: expect.stringContaining('What shall be said?'),
    });
  });
});
