import { randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app.ts';
import { type Config, checkConfig, readConfig } from './config.ts';
import type { Skill } from './dialogue/skill.ts';
import { createAssistantDoor, SkillKeys } from './doors/assistant/index.ts';
import { closeServer } from './http/close-server.ts';
import { createWebServer, type WebServer } from './http/create-web-server.ts';
import { listen } from './http/listen.ts';
import { trustedProxies } from './http/trusted-proxies.ts';
import { createOnce } from './lib/create-once.ts';
import { type Log, silentLog } from './log.ts';
import { createSkills } from './skills/index.ts';
import { createViews } from './views/create-views.ts';
import type { Views } from './views/views.ts';

/** Settings that are not given have the defaults of docs/server.md. */
export interface ServerOptions extends Partial<Config> {
  /** The built pages. */
  readonly pagesDirectory: string;
  /** Takes the next free port where `port` is taken. */
  readonly orNextPort?: boolean;
  readonly log?: Log;
  /** The project's own when absent. */
  readonly createSkills?: (means: { views: Views }) => readonly Skill[];
  /** Unix time in milliseconds, for the freshness of messages. */
  readonly now?: () => number;
  /** How often keys and certificate are looked at, in milliseconds. */
  readonly pollMs?: number;
}

export interface RunningServer {
  /** Where it listens. */
  readonly url: string;
  readonly skills: readonly string[];
  /** Skills that cannot be called until they have keys. */
  readonly withoutKeys: readonly string[];
  /** Takes in changed keys and certificates now. */
  refresh(): Promise<void>;
  /** Takes nothing new, finishes the turns in flight until the deadline, and resolves when all is over. */
  close(): Promise<void>;
}

/**
 * Starts the skill server: the Assistant's door, the pages, the health checks.
 *
 * @throws StartError
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const cleanups: (() => void)[] = [];
  try {
    return await start(options, cleanups);
  } catch (error) {
    for (const cleanup of cleanups) cleanup();
    throw error;
  }
}

async function start(options: ServerOptions, cleanups: (() => void)[]): Promise<RunningServer> {
  const config = checkConfig({ ...readConfig({}), ...options });
  const { log = silentLog, pollMs: intervalMs = 2000, now } = options;
  const state = { url: '', isClosing: false };
  const views = await openViews(config, options.pagesDirectory, log, () => config.publicUrl ?? state.url);
  cleanups.push(() => views.close());
  const skills = (options.createSkills ?? createSkills)({ views });
  const names = skills.map((skill) => skill.name);
  const keys = await SkillKeys.open({ directory: config.keysDirectory, skills: names, log, intervalMs });
  cleanups.push(() => keys.close());
  const proxies = trustedProxies(config.trustedProxies);
  const app = createApp({
    door: createAssistantDoor({ ...config, skills, keys, log, now, trustedProxies: proxies }),
    views: views.routes,
    notReady: () => {
      if (state.isClosing) return 'shutting-down';
      return keys.incomplete.length > 0 && !config.plainRequests ? 'no-keys' : undefined;
    },
    isClosing: () => state.isClosing,
    log,
  });
  const listener = getRequestListener(app.fetch);
  const web = await createWebServer({ listener, tls: config.tls, log, intervalMs });
  cleanups.push(() => web.close());
  state.url = addressOf(config, await listen(web.server, { ...config, orNext: options.orNextPort ?? false }));
  log.info({ url: state.url, skills: names }, 'listening');
  const end = async () => {
    state.isClosing = true;
    for (const cleanup of cleanups) cleanup();
    await closeServer(web.server, config.shutdownSeconds * 1000);
    log.info({}, 'closed');
  };
  return {
    url: state.url,
    skills: names,
    withoutKeys: keys.incomplete,
    refresh: () => refresh(keys, web),
    close: once(end),
  };
}

async function refresh(keys: SkillKeys, web: WebServer): Promise<void> {
  await Promise.all([keys.reload(), web.reload()]);
}

/** The same end for whoever asks for it again. */
function once<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let result: Promise<Result> | undefined;
  return () => {
    result ??= work();
    return result;
  };
}

async function openViews(
  config: Config,
  pagesDirectory: string,
  log: Log,
  publicUrl: () => string,
): Promise<Views> {
  const secret =
    config.viewSecret ?? (await createOnce(join(config.dataDirectory, 'view-secret'), newSecret));
  const { frameAncestors, closeAfterSeconds, tokenMinutes } = config;
  return createViews({
    publicUrl,
    secret,
    pagesDirectory,
    frameAncestors,
    closeAfterSeconds,
    tokenMinutes,
    log,
  });
}

/** 43 characters. */
const newSecret = (): string => randomBytes(32).toString('base64url');

function addressOf({ host, tls }: Config, port: number): string {
  return `${tls ? 'https' : 'http'}://${isIPv6(host) ? `[${host}]` : host}:${port}`;
}
