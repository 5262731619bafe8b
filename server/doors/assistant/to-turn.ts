import type { SkillRequest } from '#contract';
import type { Turn } from '../../dialogue/turn.ts';
import { memoized } from '../../lib/memoized.ts';

/** Unix times below this are seconds (until the year 5138), above it milliseconds (since 1973). */
const SECONDS_BELOW = 1e11;

/** The request as the dialogue knows it. `now`, in Unix milliseconds, is when it was said if it does not say. */
export function toTurn(skill: string, request: SkillRequest, now: number): Turn {
  const context = request.context ?? {};
  const params = request.params ?? {};
  const locale = params.locale ? toLocale(params.locale) : null;
  return {
    skill,
    text: request.text ?? '',
    language: (params.language ?? locale?.split('-')[0] ?? 'en').toLowerCase(),
    locale,
    timeZone: params.time_zone ? toTimeZone(params.time_zone) : 'UTC',
    moment: toMoment(params.timestamp ?? now),
    actor: context.userId ? { id: context.userId, type: context.userType ?? null } : null,
    organization: context.orgId || null,
    device: context.developerDeviceId || null,
    supportedDirectives: context.supportedDirectives ?? undefined,
    frame: request.frame ?? {},
    targetState: params.target_dialogue_state || null,
    allowedIntents: params.allowed_intents ?? [],
    dynamicResource: params.dynamic_resource ?? {},
  };
}

/** More languages and time zones than people in one organisation have. */
const REMEMBERED = 500;

/** `en_US` and `en-US` are both `en-US`; what is no language tag, and would break `Intl`, is `null`. */
const toLocale = memoized((locale): string | null => {
  try {
    return new Intl.Locale(locale.replaceAll('_', '-')).toString();
  } catch {
    return null;
  }
}, REMEMBERED);

/** `Intl` takes a quarter of a millisecond to look a time zone up, which is why the answer is remembered. */
const toTimeZone = memoized((timeZone): string => {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return timeZone;
  } catch {
    return 'UTC';
  }
}, REMEMBERED);

const toMoment = (timestamp: number): Date =>
  new Date(timestamp < SECONDS_BELOW ? timestamp * 1000 : timestamp);
