import * as v from 'valibot';
import { isProxyEntry } from './http/trusted-proxies.ts';

const wholeNumber = (least: number, most: number) => {
  const expected = `a whole number from ${least} to ${most}`;
  return v.pipe(
    v.string(),
    v.regex(/^\d+$/, expected),
    v.transform(Number),
    v.minValue(least, expected),
    v.maxValue(most, expected),
  );
};

const yesOrNo = v.pipe(
  v.picklist(['yes', 'no'], 'yes or no'),
  v.transform((word) => word === 'yes'),
);

const list = v.pipe(
  v.string(),
  v.transform((text) => text.split(/[\s,]+/).filter((entry) => entry !== '')),
);

const isOrigin = (text: string) => URL.canParse(text) && new URL(text).origin === text;
const isWebAddress = (text: string) => URL.canParse(text) && /^https?:\/\/[^?#]+$/.test(text);

/** Shorter secrets than this are no match for HMAC-SHA256. */
const VIEW_SECRET_MIN = 32;

/** Every setting of the server as an environment variable, with its shape and its default; docs/server.md explains. */
export const EnvironmentSchema = v.object({
  HOST: v.optional(v.pipe(v.string(), v.nonEmpty('an address or name to listen on')), '127.0.0.1'),
  PORT: v.optional(wholeNumber(0, 65_535), '3000'),
  PUBLIC_URL: v.optional(v.pipe(v.string(), v.check(isWebAddress, 'an http or https address'))),
  TLS_CERT: v.optional(v.pipe(v.string(), v.nonEmpty('the path of a PEM file'))),
  TLS_KEY: v.optional(v.pipe(v.string(), v.nonEmpty('the path of a PEM file'))),
  TRUSTED_PROXIES: v.optional(
    v.pipe(list, v.everyItem(isProxyEntry, 'addresses or networks such as 10.0.0.5 or 10.0.0.0/8')),
    '',
  ),
  DATA_DIRECTORY: v.optional(v.pipe(v.string(), v.nonEmpty('the path of a folder')), '.data'),
  SKILL_KEYS: v.optional(v.pipe(v.string(), v.nonEmpty('the path of a folder'))),
  DEFAULT_SKILL: v.optional(v.string()),
  VIEW_SECRET: v.optional(
    v.pipe(v.string(), v.minLength(VIEW_SECRET_MIN, `at least ${VIEW_SECRET_MIN} characters`)),
  ),
  VIEW_CLOSE_AFTER_SECONDS: v.optional(wholeNumber(0, 86_400), '120'),
  VIEW_TOKEN_MINUTES: v.optional(wholeNumber(1, 1440), '15'),
  FRAME_ANCESTORS: v.optional(
    v.pipe(list, v.everyItem(isOrigin, 'origins such as https://console.example.com')),
    '',
  ),
  FRESHNESS_SECONDS: v.optional(wholeNumber(1, 3600), '300'),
  RATE_PER_SECOND: v.optional(wholeNumber(0, 1_000_000), '100'),
  TURNS_IN_FLIGHT: v.optional(wholeNumber(1, 100_000), '256'),
  PLAIN_REQUESTS: v.optional(yesOrNo, 'no'),
  SERVER_TIMING: v.optional(yesOrNo, 'no'),
  LOG_LEVEL: v.optional(
    v.picklist(['silent', 'error', 'warn', 'info', 'debug'], 'one of silent, error, warn, info, debug'),
    'info',
  ),
  LOG_UTTERANCES: v.optional(yesOrNo, 'no'),
  SHUTDOWN_SECONDS: v.optional(wholeNumber(0, 600), '10'),
});

export type Environment = v.InferOutput<typeof EnvironmentSchema>;
