import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { sealMessage } from '#simulator/assistant/seal-message';
import { parseServerTiming } from '#simulator/assistant/server-timing';
import { ensureSkillKeys, type SkillKeyPair } from '../lib/skill-keys.ts';
import { startChild } from './child.ts';
import { type Figure, quantile } from './figure.ts';
import { closedLoop, openLoop, type Sample } from './load.ts';
import { rsaPrivateOperations } from './openssl-speed.ts';

const SECONDS = 5;

/**
 * Turns per second at RSA-4096 with the skill server as a process of its own, against what openssl says this
 * machine can do, taken right before and right after; then, at half of that load, what a turn costs beyond its
 * decryption. The client runs on the same cores, so its own work is in the ratio.
 */
export async function skillTurns(root: string): Promise<Figure[]> {
  const keysDirectory = await mkdtemp(join(tmpdir(), 'bench-keys-'));
  const keys = await ensureSkillKeys(keysDirectory, 'switch', 4096);
  const server = await startChild(root, ['node', 'scripts/run.mjs', 'serve', '--port', '0', '--json'], {
    SKILL_KEYS: keysDirectory,
    RATE_PER_SECOND: '0',
    SERVER_TIMING: 'yes',
    LOG_LEVEL: 'error',
  });
  try {
    return await measure(`${String(server.ready.server)}/skills/switch`, keys);
  } finally {
    await server.end();
    await rm(keysDirectory, { recursive: true });
  }
}

async function measure(url: string, keys: SkillKeyPair): Promise<Figure[]> {
  const cores = cpus().length;
  const before = await rsaPrivateOperations(cores, SECONDS);
  await closedLoop(url, sealedTurns(keys, 200), cores * 8);
  const turns = sealedTurns(keys, Math.round(before * SECONDS));
  const startedAt = performance.now();
  requireAnswered(await closedLoop(url, turns, cores * 8));
  const perSecond = turns.length / ((performance.now() - startedAt) / 1000);
  const limit = (before + (await rsaPrivateOperations(cores, SECONDS))) / 2;
  const half = await openLoop(url, sealedTurns(keys, Math.round((perSecond / 2) * SECONDS)), perSecond / 2);
  const beyond = requireAnswered(half).map(beyondDecryption);
  return [
    { name: `openssl speed rsa4096, ${cores} cores`, value: limit, unit: '/s' },
    { name: 'skill turns, RSA-4096', value: perSecond, unit: '/s' },
    { name: 'skill turns against openssl', value: perSecond / limit, unit: '×', atLeast: 0.9 },
    { name: 'turn beyond decryption, half load, p50', value: quantile(beyond, 0.5), unit: 'ms', atMost: 1 },
    { name: 'turn beyond decryption, half load, p99', value: quantile(beyond, 0.99), unit: 'ms', atMost: 5 },
  ];
}

function sealedTurns(keys: SkillKeyPair, count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    JSON.stringify(
      sealMessage(
        JSON.stringify({
          text: index % 2 ? 'turn on' : 'turn off',
          challenge: String(index).padStart(64, '0'),
        }),
        keys,
      ),
    ),
  );
}

function requireAnswered(samples: readonly Sample[]): readonly Sample[] {
  const refused = samples.find(({ status }) => status !== 200);
  if (refused) throw new Error(`a turn was answered with ${refused.status}`);
  return samples;
}

/** What the client waited, less the time in which the turn was being decrypted or waited for a core to do it. */
function beyondDecryption({ milliseconds, serverTiming }: Sample): number {
  const decrypt = parseServerTiming(serverTiming).find(({ stage }) => stage === 'decrypt');
  return milliseconds - (decrypt?.milliseconds ?? 0);
}
