import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createServer } from 'node:tls';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { temporaryRoot } from '#scripts/lib/run-for-test';
import { createDevice, type SimulatedDevice } from '#simulator/create-device';
import type { Certificate } from '#simulator/wire/certificate';
import { type Listener, listen } from '#simulator/wire/listen';
import { makeAuthority, makeCertificate } from './certificates-for-test.ts';
import { connectDevice } from './connect.ts';
import { knownDevicesFile } from './known-devices.ts';
import { createTarget, type DeployTarget } from './target.ts';

let folder: ReturnType<typeof temporaryRoot>;
let device: SimulatedDevice;
let listener: Listener | undefined;
let said: string[];
beforeEach(async () => {
  folder = temporaryRoot();
  device = await createDevice({ name: 'room1' });
  said = [];
});
afterEach(async () => {
  await listener?.close();
  device.close();
  folder.remove();
});

const credentials = { username: 'admin', password: 'right' };

/** Lets the device answer with a certificate, at the same port as before. */
async function show(tls: Certificate): Promise<string> {
  const port = listener ? Number(new URL(listener.address).port) : 0;
  await listener?.close();
  listener = await listen(device, { ...credentials, tls, port });
  return listener.address;
}

const target = (address: string, trust: Partial<DeployTarget> = {}) =>
  createTarget({ name: 'room1', address, ...credentials, ...trust });

async function standbyOf(reached: DeployTarget): Promise<unknown> {
  const connection = await connectDevice(reached, { say: (line) => said.push(line) });
  try {
    return await connection.get('Status Standby State');
  } finally {
    connection.close();
    await connection.closed;
  }
}

const pem = (text: string) => {
  const file = join(folder.root, 'ca.pem');
  writeFileSync(file, text);
  return file;
};
const fingerprintOf = ({ cert }: Certificate) => `SHA256:${new X509Certificate(cert).fingerprint256}`;

describe('verified', () => {
  test('a certificate that an authority of the CA file vouches for is taken', async () => {
    const authority = await makeAuthority('company');
    const address = await show(await makeCertificate({ authority }));
    expect(await standbyOf(target(address, { caFile: pem(authority.cert) }))).toBe('Off');
  });

  test('one that only the authority of somebody else vouches for is not', async () => {
    const address = await show(await makeCertificate({ authority: await makeAuthority('somebody') }));
    const caFile = pem((await makeAuthority('company')).cert);
    await expect(standbyOf(target(address, { caFile }))).rejects.toMatchObject({ code: 'certificate' });
    await expect(standbyOf(target(address))).rejects.toMatchObject({ code: 'certificate' });
  });

  test.each([
    ['for another host', { host: 'other.example.com' }, 'is for another name than this address'],
    ['that has expired', { notAfterDate: new Date(1_000_000_000_000) }, 'is not valid today'],
  ])('one %s is not taken, whoever vouches for it', async (_, making, reason) => {
    const authority = await makeAuthority('company');
    const address = await show(await makeCertificate({ authority, ...making }));
    await expect(standbyOf(target(address, { caFile: pem(authority.cert) }))).rejects.toMatchObject({
      code: 'certificate',
      message: expect.stringContaining(reason),
    });
  });

  test('a CA file that is not there, or holds no certificate, lets nobody in', async () => {
    const address = await show(await makeCertificate());
    const missing = join(folder.root, 'none.pem');
    await expect(standbyOf(target(address, { caFile: missing }))).rejects.toMatchObject({
      code: 'certificate',
      message: expect.stringContaining('none.pem cannot be used as ca'),
    });
    await expect(standbyOf(target(address, { caFile: pem('no PEM') }))).rejects.toMatchObject({
      code: 'certificate',
    });
  });
});

describe('pinned', () => {
  let pinned: Partial<DeployTarget>;
  beforeEach(() => {
    pinned = { knownDevicesFile: knownDevicesFile(folder.root) };
  });

  test('the certificate of the first time is kept, said, and taken from then on', async () => {
    const certificate = await makeCertificate();
    const address = await show(certificate);
    expect(await standbyOf(target(address, pinned))).toBe('Off');
    expect(await standbyOf(target(address, pinned))).toBe('Off');
    expect(said).toEqual([`room1  certificate kept from now on: ${fingerprintOf(certificate)}`]);
    expect(readFileSync(knownDevicesFile(folder.root), 'utf8')).toBe(
      `${address} ${fingerprintOf(certificate)}\n`,
    );
  });

  test('another is refused, and both are shown', async () => {
    const [first, second] = [await makeCertificate(), await makeCertificate()];
    const address = await show(first);
    await standbyOf(target(address, pinned));
    await show(second);
    await expect(standbyOf(target(address, pinned))).rejects.toMatchObject({
      code: 'certificate-changed',
      exitCode: 2,
      isPassing: false,
      message: expect.stringContaining(`kept:  ${fingerprintOf(first)}\n  shown: ${fingerprintOf(second)}`),
    });
  });

  test('it is taken when the old one was forgotten', async () => {
    const address = await show(await makeCertificate());
    await standbyOf(target(address, pinned));
    await show(await makeCertificate());
    writeFileSync(knownDevicesFile(folder.root), '');
    expect(await standbyOf(target(address, pinned))).toBe('Off');
  });

  test('an expired one for another host does: it is known by itself', async () => {
    const making = { host: 'other.example.com', notAfterDate: new Date(1_000_000_000_000) };
    const address = await show(await makeCertificate(making));
    expect(await standbyOf(target(address, pinned))).toBe('Off');
  });
});

describe('before it is known who is there', () => {
  /** What a server that speaks TLS alone is told, and how the connection ends. */
  async function toldTo(trust: (address: string) => Partial<DeployTarget>) {
    let told = '';
    const server = createServer(await makeCertificate(), (socket) => {
      socket.on('error', () => socket.destroy());
      socket.on('data', (data) => {
        told += data;
        socket.destroy();
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = `wss://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const [outcome] = await Promise.allSettled([standbyOf(target(address, trust(address)))]);
    const closed = once(server, 'close');
    server.close();
    await closed;
    return { told, code: outcome.status === 'rejected' ? outcome.reason.code : undefined };
  }

  test('nothing is said to one that nobody vouches for', async () => {
    expect(await toldTo(() => ({}))).toEqual({ told: '', code: 'certificate' });
  });

  test('nothing is said to one that is not as it was', async () => {
    const known = (address: string) => {
      const knownDevicesFile = join(folder.root, 'known');
      writeFileSync(knownDevicesFile, `${address} SHA256:00\n`);
      return { knownDevicesFile };
    };
    expect(await toldTo(known)).toEqual({ told: '', code: 'certificate-changed' });
  });

  test('unless the file says that it does not matter', async () => {
    const { told } = await toldTo(() => ({ insecure: true }));
    expect(told).toContain('Sec-WebSocket-Protocol: auth-');
  });
});
