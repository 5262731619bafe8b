import * as v from 'valibot';
import { type AssistantEventName, assistantEventSchemas, EventTextSchema } from '#contract/assistant-events';
import { parsePayload } from './parse-payload.ts';

/** An `Assistant Notification`, told apart: one that our macros answer, another one, or one that cannot be read. */
export type AssistantEvent =
  | {
      readonly kind: 'known';
      readonly name: AssistantEventName;
      readonly fields: Fields;
      readonly text?: string;
    }
  | { readonly kind: 'other'; readonly name: string; readonly text?: string }
  | { readonly kind: 'broken'; readonly name: string; readonly problem: string };

/** A payload without its `text`, which any event may carry beside what its schema names. */
export type Fields = Readonly<Record<string, unknown>>;

/** Reads what the device hands out; whatever it is, this does not throw. */
export function readAssistantEvent(notification: { Name?: unknown; Payload?: unknown }): AssistantEvent {
  const name = typeof notification.Name === 'string' ? notification.Name : '';
  const parsed = parsePayload(notification.Payload);
  if ('problem' in parsed) return { kind: 'broken', name, problem: parsed.problem };
  const { text: _, ...fields } = parsed.payload;
  const text = v.is(EventTextSchema, parsed.payload) ? { text: parsed.payload.text } : {};
  return isKnown(name) ? { kind: 'known', name, fields, ...text } : { kind: 'other', name, ...text };
}

const KNOWN: readonly string[] = Object.keys(assistantEventSchemas);
const isKnown = (name: string): name is AssistantEventName => KNOWN.includes(name);
