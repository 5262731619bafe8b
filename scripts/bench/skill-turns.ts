import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { sealMessage } from '#simulator/assistant/seal-message';
import { parseServerTiming } from '#simulator/assistant/server-timing';
import { ensureSkillKeys, type SkillKeyPair } from '../lib/skill-keys.ts';
import { startChild } from './child.ts';
import { type Figure, quantile } from './figure.ts';
import { closedLoop, openLoop, type Sample } from './load.ts';
import { rsaPrivateOperations } from './openssl-speed.ts';

const ROUNDS = 3;
const SECONDS = 5;

/** Turns until the engine has compiled all that a turn goes through; the rate rises by a fifth until then. */
const WARM_UP = 5000;

/** Enough at once that no core waits for work. */
const CONNECTIONS_PER_CORE = 16;

/**
 * Turns per second at RSA-4096 with the skill server as a process of its own, against what openssl says this
 * machine can do, in turn; then, at half of that load, what a turn costs beyond its decryption. The client runs on
 * the same cores: what it took of them is measured too, since in use it sits elsewhere.
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
  const cores = availableParallelism();
  await closedLoop(url, sealedTurns(keys, WARM_UP), cores * CONNECTIONS_PER_CORE);
  const rounds: Round[] = [];
  for (let index = 0; index < ROUNDS; index += 1) rounds.push(await playRound(url, keys, cores));
  const median = (read: (round: Round) => number) => quantile(rounds.map(read), 0.5);
  const rate = median(({ turns }) => turns) / 2;
  const half = await openLoop(url, sealedTurns(keys, Math.round(rate * 10)), rate);
  const beyond = requireAnswered(half).map(beyondDecryption);
  return [
    { name: `openssl speed rsa4096, ${cores} cores`, value: median(({ limit }) => limit), unit: '/s' },
    { name: 'skill turns, RSA-4096', value: median(({ turns }) => turns), unit: '/s' },
    {
      name: 'skill turns against openssl, client included',
      value: median((round) => round.turns / round.limit),
      unit: '×',
    },
    {
      name: "skill turns against openssl, less the client's cores",
      value: median((round) => round.turns / round.limit / (1 - round.client)),
      unit: '×',
      atLeast: 0.9,
    },
    { name: 'turn beyond decryption, half load, p50', value: quantile(beyond, 0.5), unit: 'ms', atMost: 1 },
    { name: 'turn beyond decryption, half load, p99', value: quantile(beyond, 0.99), unit: 'ms', atMost: 5 },
  ];
}

interface Round {
  /** Private operations per second, by openssl. */
  readonly limit: number;
  /** Turns per second. */
  readonly turns: number;
  /** Share of all cores that the client took meanwhile, 0 to 1. */
  readonly client: number;
}

async function playRound(url: string, keys: SkillKeyPair, cores: number): Promise<Round> {
  const limit = await rsaPrivateOperations(cores, SECONDS);
  const bodies = sealedTurns(keys, Math.round(limit * SECONDS));
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  requireAnswered(await closedLoop(url, bodies, cores * CONNECTIONS_PER_CORE));
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { limit, turns: bodies.length / seconds, client: (user + system) / 1e6 / seconds / cores };
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
