import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSkillDirectory } from '../assistant/index.ts';
import { createControl } from './create-control.ts';
import { startTestControl, type TestControl } from './test-control.ts';

let control: TestControl;
beforeAll(async () => {
  control = await startTestControl();
});
afterAll(() => control.close());

/** `fetch` does not let one set these headers. */
const statusWith = (headers: Record<string, string>) =>
  new Promise<number | undefined>((resolve, reject) => {
    request(`${control.url}/api/devices`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
const port = () => new URL(control.url).port;

describe('the control interface', () => {
  it.each(['127.0.0.1', 'localhost', 'LOCALHOST', '[::1]'])('answers to the name %s', async (name) => {
    expect(await statusWith({ host: `${name}:${port()}` })).toBe(200);
  });

  it.each(['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:3000', '10.0.0.7'])(
    'does not answer to the name “%s”, which may have been made to point here',
    async (name) => {
      expect(await statusWith({ host: name })).toBe(403);
    },
  );

  it('answers its own page, and no page of another origin', async () => {
    expect(await statusWith({ origin: control.url })).toBe(200);
    expect(await statusWith({ origin: 'https://evil.example' })).toBe(403);
    expect(await statusWith({ origin: `http://127.0.0.1:${Number(port()) + 1}` })).toBe(403);
    expect(await statusWith({ origin: 'null' })).toBe(403);
  });

  it('gives no other origin leave to read', async () => {
    const { headers } = await fetch(`${control.url}/api/devices`);
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('answers nobody but this machine', async () => {
    const app = createControl({
      devices: [],
      skills: createSkillDirectory(),
      consoleDirectory: '/nowhere',
      closing: new AbortController().signal,
    });
    const from = async (remoteAddress: string) => {
      const headers = { host: '127.0.0.1' };
      const answer = await app.request(
        '/api/devices',
        { headers },
        { incoming: { socket: { remoteAddress } } },
      );
      return answer.status;
    };
    expect(await from('127.0.0.1')).toBe(200);
    expect(await from('::1')).toBe(200);
    expect(await from('::ffff:127.0.0.1')).toBe(200);
    expect(await from('192.168.1.20')).toBe(403);
    expect(await from('2001:db8::1')).toBe(403);
  });
});
