import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { StartError } from './start-error.ts';

function faultsOf(environment: Record<string, string>): string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (!(error instanceof StartError) || error.code !== 'bad-configuration') throw error;
    return error.message.split('\n').slice(1, -1);
  }
  return [];
}

describe('readConfig', () => {
  it('needs no variable at all, and is closed by default', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      publicUrl: undefined,
      tls: undefined,
      trustedProxies: [],
      dataDirectory: '.data',
      keysDirectory: '.data/skills',
      defaultSkill: undefined,
      viewSecret: undefined,
      closeAfterSeconds: 120,
      tokenMinutes: 15,
      frameAncestors: [],
      freshnessSeconds: 300,
      ratePerSecond: 100,
      turnsInFlight: 256,
      plainRequests: false,
      serverTiming: false,
      logLevel: 'info',
      logUtterances: false,
      shutdownSeconds: 10,
    });
  });

  it('reads every variable', () => {
    const config = readConfig({
      HOST: '0.0.0.0',
      PORT: '0',
      PUBLIC_URL: 'https://skills.example.com',
      TLS_CERT: 'cert.pem',
      TLS_KEY: 'key.pem',
      TRUSTED_PROXIES: '10.0.0.5, fd00::/8',
      DATA_DIRECTORY: '/var/lib/skills',
      DEFAULT_SKILL: 'room',
      VIEW_SECRET: 's'.repeat(32),
      FRAME_ANCESTORS: 'https://console.example.com',
      RATE_PER_SECOND: '5',
      SERVER_TIMING: 'yes',
    });
    expect(config).toMatchObject({
      host: '0.0.0.0',
      port: 0,
      publicUrl: 'https://skills.example.com',
      tls: { cert: 'cert.pem', key: 'key.pem' },
      trustedProxies: ['10.0.0.5', 'fd00::/8'],
      keysDirectory: '/var/lib/skills/skills',
      defaultSkill: 'room',
      frameAncestors: ['https://console.example.com'],
      ratePerSecond: 5,
      serverTiming: true,
    });
  });

  it('shows all faults together, each with its name, what was found, what was expected', () => {
    expect(
      faultsOf({
        PORT: '99999',
        PUBLIC_URL: 'skills.example.com',
        TRUSTED_PROXIES: '10.0.0.5, proxy',
        FRESHNESS_SECONDS: '5m',
        PLAIN_REQUESTS: 'true',
        LOG_LEVEL: 'loud',
      }),
    ).toEqual([
      '  PORT: found "99999", expected a whole number from 0 to 65535',
      '  PUBLIC_URL: found "skills.example.com", expected an http or https address',
      '  TRUSTED_PROXIES: found "10.0.0.5, proxy", expected addresses or networks such as 10.0.0.5 or 10.0.0.0/8',
      '  FRESHNESS_SECONDS: found "5m", expected a whole number from 1 to 3600',
      '  PLAIN_REQUESTS: found "true", expected yes or no',
      '  LOG_LEVEL: found "loud", expected one of silent, error, warn, info, debug',
    ]);
  });

  it('never shows a secret', () => {
    expect(faultsOf({ VIEW_SECRET: 'hunter2' })).toEqual([
      '  VIEW_SECRET: found 7 characters, expected at least 32 characters',
    ]);
  });

  it('refuses another host without HTTPS or a trusted proxy, and plain requests on one', () => {
    expect(faultsOf({ HOST: '0.0.0.0', PLAIN_REQUESTS: 'yes' })).toEqual([
      '  HOST: found 0.0.0.0, expected 127.0.0.1, or TLS_CERT and TLS_KEY, or TRUSTED_PROXIES',
      '  PUBLIC_URL: found nothing, expected the address at which devices reach 0.0.0.0',
      '  PLAIN_REQUESTS: found yes with HOST 0.0.0.0, expected HOST 127.0.0.1',
    ]);
    const behindProxy = { HOST: '10.0.0.9', TRUSTED_PROXIES: '10.0.0.5', PUBLIC_URL: 'https://s.example' };
    expect(faultsOf(behindProxy)).toEqual([]);
    expect(faultsOf({ PLAIN_REQUESTS: 'yes' })).toEqual([]);
  });

  it('wants certificate and key together', () => {
    expect(faultsOf({ TLS_CERT: 'cert.pem' })).toEqual([
      '  TLS_KEY: found nothing, expected a path, because TLS_CERT is set',
    ]);
    expect(faultsOf({ TLS_KEY: 'key.pem' })).toEqual([
      '  TLS_CERT: found nothing, expected a path, because TLS_KEY is set',
    ]);
  });

  it('takes an empty variable as none, and passes over those that are not its own', () => {
    expect(readConfig({ PORT: '', PATH: '/bin' }).port).toBe(3000);
  });
});
