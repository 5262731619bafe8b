import type { SkillRequest } from '#contract';
import type { Turn } from '../../dialogue/turn.ts';

/** Unix times below this are seconds (until the year 5138), above it milliseconds (since 1973). */
const SECONDS_BELOW = 1e11;

/** The request as the dialogue knows it. `now`, in Unix milliseconds, is when it was said if it does not say. */
export function toTurn(skill: string, request: SkillRequest, now: number): Turn {
  const context = request.context ?? {};
  const params = request.params ?? {};
  const locale = toLocale(params.locale);
  return {
    skill,
    text: request.text ?? '',
    language: (params.language ?? locale?.split('-')[0] ?? 'en').toLowerCase(),
    locale,
    timeZone: toTimeZone(params.time_zone),
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

/** `en_US` and `en-US` are both `en-US`; what is no language tag, and would break `Intl`, is `null`. */
function toLocale(locale: string | null | undefined): string | null {
  if (!locale) return null;
  try {
    return new Intl.Locale(locale.replaceAll('_', '-')).toString();
  } catch {
    return null;
  }
}

function toTimeZone(timeZone: string | null | undefined): string {
  if (!timeZone) return 'UTC';
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return timeZone;
  } catch {
    return 'UTC';
  }
}

const toMoment = (timestamp: number): Date =>
  new Date(timestamp < SECONDS_BELOW ? timestamp * 1000 : timestamp);
