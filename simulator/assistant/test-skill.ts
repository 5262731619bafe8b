import { constants, createDecipheriv, createHmac, generateKeyPairSync, privateDecrypt } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SkillRequestInput } from '#contract';
import type { SkillAvailability, SkillEntry } from './skill-directory.ts';

/** What a test's skill answers; the challenge is echoed unless it is given. */
export type TestAnswer = Readonly<Record<string, unknown>> & { readonly directives: readonly unknown[] };

export interface TestSkill {
  readonly entry: SkillEntry;
  /** What came in, decrypted. */
  readonly requests: SkillRequestInput[];
  close(): Promise<void>;
}

const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const SECRET = 'a secret for tests only';

/** A skill's endpoint with nothing of the product in it: it opens what the simulator seals with node:crypto alone. */
export async function startTestSkill(
  name: string,
  answer: (request: SkillRequestInput) => TestAnswer | Promise<TestAnswer>,
  availability: SkillAvailability = { category: 'private', enabled: true },
): Promise<TestSkill> {
  const requests: SkillRequestInput[] = [];
  const handle = async (incoming: IncomingMessage, response: ServerResponse) => {
    const request = openRequest(await textOf(incoming));
    requests.push(request);
    const body = { challenge: request.challenge, ...(await answer(request)) };
    response.writeHead(200, { 'server-timing': 'decrypt;dur=0.5, dialogue;dur=0.25' });
    response.end(JSON.stringify(body));
  };
  const server = createServer((incoming, response) => {
    handle(incoming, response).catch((error: Error) => {
      response.writeHead(400).end(JSON.stringify({ message: error.message }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/skills/${name}`;
  return {
    entry: { registration: { name, url, publicKey, secret: SECRET }, availability },
    requests,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function openRequest(body: string): SkillRequestInput {
  const { signature, message } = JSON.parse(body) as { signature: string; message: string };
  const expected = createHmac('sha256', SECRET).update(message).digest('base64');
  if (signature !== expected) throw new Error('the signature is wrong');
  const [sealedKey = '', token = ''] = message.split('.').map((half) => Buffer.from(half, 'base64'));
  const oaep = { key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
  const key = Buffer.from(privateDecrypt(oaep, Buffer.from(sealedKey)).toString('ascii'), 'base64url');
  const fernet = Buffer.from(token.toString('ascii'), 'base64url');
  const decipher = createDecipheriv('aes-128-cbc', key.subarray(16), fernet.subarray(9, 25));
  const plain = Buffer.concat([decipher.update(fernet.subarray(25, -32)), decipher.final()]);
  return JSON.parse(plain.toString('utf8')) as SkillRequestInput;
}
