import { DIRECTIVE_NAMES } from '#contract';
import type { DeviceCore } from '../device/types.ts';
import type { Conversation } from './conversation.ts';
import type { SkillRequestDraft } from './skill-client.ts';

/** Who speaks to the Assistant, and how. */
export interface Speaker {
  readonly orgId: string;
  /** `null` when the device does not know who speaks. */
  readonly userId: string | null;
  /** Two letters. */
  readonly language: string;
  /** Such as `en_US`. */
  readonly locale: string;
  /** An IANA name. */
  readonly timeZone: string;
  /** All nine when absent. */
  readonly supportedDirectives?: readonly string[];
}

/** One turn's request with the fields of the Skills Reference Guide, in its order. */
export function skillRequest(
  device: Pick<DeviceCore, 'clock' | 'peek'>,
  speaker: Speaker,
  conversation: Conversation,
  text: string,
): SkillRequestDraft {
  const deviceId = device.peek(['Status', 'Webex', 'DeveloperId']);
  return {
    text,
    context: {
      orgId: speaker.orgId,
      userId: speaker.userId,
      userType: null,
      developerDeviceId: typeof deviceId === 'string' ? deviceId : null,
      supportedDirectives: [...(speaker.supportedDirectives ?? DIRECTIVE_NAMES)],
    },
    params: {
      target_dialogue_state: conversation.targetState,
      time_zone: speaker.timeZone,
      // The guide asks for 13 digits and shows 10: seconds, as in its example.
      timestamp: Math.floor(device.clock.now() / 1000),
      language: speaker.language,
      locale: speaker.locale,
      dynamic_resource: {},
      allowed_intents: [...conversation.allowedIntents],
    },
    frame: conversation.frame,
    ...(conversation.history && { history: conversation.history }),
  };
}
