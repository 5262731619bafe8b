import { SkillCallError } from './skill-call-error.ts';

export interface ExchangeOptions {
  readonly signal?: AbortSignal | undefined;
  /** For the whole answer; 10 seconds when absent. */
  readonly timeoutMs?: number | undefined;
}

export interface Exchanged {
  readonly body: unknown;
  readonly headers: Headers;
}

const DEFAULT_TIMEOUT_MS = 10_000;

/**
 * One HTTP request to a skill, with a JSON answer. Redirects are not followed: a signed message goes only to the
 * address that was registered.
 *
 * @throws SkillCallError; the signal's reason when the caller gave up
 */
export async function exchange(
  skill: { readonly name: string },
  url: string | URL,
  init: RequestInit,
  options: ExchangeOptions = {},
): Promise<Exchanged> {
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
  try {
    const response = await fetch(url, { ...init, signal, redirect: 'manual' });
    const text = await response.text();
    if (response.status !== 200) throw refused(skill.name, response.status, text);
    return { body: parse(skill.name, text), headers: response.headers };
  } catch (error) {
    if (error instanceof SkillCallError) throw error;
    options.signal?.throwIfAborted();
    if (timeout.aborted)
      throw new SkillCallError('timeout', `${skill.name} did not answer within ${timeoutMs} ms`);
    throw new SkillCallError('unreachable', `${skill.name} cannot be reached: ${causeOf(error)}`);
  }
}

function parse(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SkillCallError('bad-response', `${name} answered with something that is not JSON`, 200);
  }
}

/** The sentence in an error body: ours is `{error: {message}}`, the Python SDK's `{message}`. */
function refused(name: string, status: number, text: string): SkillCallError {
  const reason = /"message"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(text)?.[1];
  const because = reason === undefined ? '' : `: ${unquote(reason)}`;
  const message = `${name} refused with status ${status}${because}`;
  return new SkillCallError('refused', message, status);
}

/** The text of a JSON string; as it stands where its escapes are wrong. */
function unquote(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}

/** `fetch` says only "fetch failed"; the reason is in its cause, or in the first of several attempts. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof AggregateError && error.errors.length > 0) return causeOf(error.errors[0]);
  return error.cause === undefined ? error.message : causeOf(error.cause);
}
