import { join } from 'node:path';
import * as v from 'valibot';
import { isLoopback } from './http/loopback.ts';
import { type Environment, EnvironmentSchema } from './settings.ts';
import { StartError } from './start-error.ts';

/** The server's settings; docs/server.md has the variable, the unit and the meaning of each. */
export type Config = ReturnType<typeof toConfig>;

/**
 * Reads the settings from environment variables; an empty one counts as absent.
 *
 * @throws StartError `bad-configuration` that lists every fault: name, what was found, what was expected
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  const result = v.safeParse(EnvironmentSchema, given);
  if (!result.success) throw faulty(result.issues.map((issue) => fault(issue, given)));
  return checkConfig(toConfig(result.output));
}

/**
 * Settings that are right one by one must also go together.
 *
 * @throws StartError `bad-configuration`
 */
export function checkConfig(config: Config): Config {
  const faults = [...tlsFaults(config), ...(isLoopback(config.host) ? [] : openHostFaults(config))];
  if (faults.length > 0) throw faulty(faults);
  return config;
}

function toConfig(environment: Environment) {
  return {
    host: environment.HOST,
    port: environment.PORT,
    publicUrl: environment.PUBLIC_URL,
    tls: tlsOf(environment),
    trustedProxies: environment.TRUSTED_PROXIES,
    dataDirectory: environment.DATA_DIRECTORY,
    keysDirectory: environment.SKILL_KEYS ?? join(environment.DATA_DIRECTORY, 'skills'),
    defaultSkill: environment.DEFAULT_SKILL,
    viewSecret: environment.VIEW_SECRET,
    closeAfterSeconds: environment.VIEW_CLOSE_AFTER_SECONDS,
    tokenMinutes: environment.VIEW_TOKEN_MINUTES,
    frameAncestors: environment.FRAME_ANCESTORS,
    freshnessSeconds: environment.FRESHNESS_SECONDS,
    ratePerSecond: environment.RATE_PER_SECOND,
    turnsInFlight: environment.TURNS_IN_FLIGHT,
    plainRequests: environment.PLAIN_REQUESTS,
    serverTiming: environment.SERVER_TIMING,
    logLevel: environment.LOG_LEVEL,
    logUtterances: environment.LOG_UTTERANCES,
    shutdownSeconds: environment.SHUTDOWN_SECONDS,
  };
}

/** Both paths or none; of half a pair the other half stays empty, for `tlsFaults` to name. */
function tlsOf({ TLS_CERT: cert, TLS_KEY: key }: Environment) {
  return cert === undefined && key === undefined ? undefined : { cert: cert ?? '', key: key ?? '' };
}

function tlsFaults({ tls }: Config): string[] {
  if (tls?.cert === '') return ['TLS_CERT: found nothing, expected a path, because TLS_KEY is set'];
  if (tls?.key === '') return ['TLS_KEY: found nothing, expected a path, because TLS_CERT is set'];
  return [];
}

/** What must be said before other machines can reach the server. */
function openHostFaults({ host, tls, trustedProxies, publicUrl, plainRequests }: Config): string[] {
  const faults: string[] = [];
  if (tls === undefined && trustedProxies.length === 0) {
    faults.push(`HOST: found ${host}, expected 127.0.0.1, or TLS_CERT and TLS_KEY, or TRUSTED_PROXIES`);
  }
  if (publicUrl === undefined) {
    faults.push(`PUBLIC_URL: found nothing, expected the address at which devices reach ${host}`);
  }
  if (plainRequests) faults.push(`PLAIN_REQUESTS: found yes with HOST ${host}, expected HOST 127.0.0.1`);
  return faults;
}

function fault(issue: v.InferIssue<typeof EnvironmentSchema>, given: Record<string, string>): string {
  const name = v.getDotPath(issue)?.split('.')[0] ?? '';
  const value = given[name] ?? '';
  const found = name === 'VIEW_SECRET' ? `${value.length} characters` : JSON.stringify(value);
  return `${name}: found ${found}, expected ${issue.message}`;
}

function faulty(faults: readonly string[]): StartError {
  const lines = faults.map((line) => `  ${line}`).join('\n');
  return new StartError(
    'bad-configuration',
    `The configuration does not fit:\n${lines}\nAll settings: docs/server.md`,
  );
}
