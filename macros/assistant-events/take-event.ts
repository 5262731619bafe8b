import * as v from 'valibot';
import { type AssistantEventName, assistantEventSchemas } from '#contract/assistant-events';
import { contractError } from '#contract/contract-error';
import { attempt } from '../lib/attempt.ts';
import { cutUtf8 } from '../lib/cut-utf8.ts';
import { type Fields, readAssistantEvent } from '../lib/read-assistant-event.ts';
import { showAlert, showNotice } from '../lib/show-alert.ts';
import { handlers } from './handlers.ts';

/** Bytes of an event's name in a notice: whatever it is called, the reason must still fit. */
const NAME_MAX = 60;

/** Answers one assistant event: shows its text, calls its handler, or says why it can do neither. */
export function takeEvent(notification: { Name?: string; Payload?: string }): void {
  const event = readAssistantEvent(notification);
  const name = cutUtf8(event.name || 'without a name', NAME_MAX);
  if (event.kind === 'broken') {
    showNotice(`The event ${name} cannot be read: ${event.problem}.`);
    return;
  }
  if (event.text !== undefined) showAlert(event.name, event.text);
  if (event.kind === 'known') handle(event.name, event.fields);
  else if (event.text === undefined) showNotice(`No macro here answers the event ${name}.`);
}

function handle<Name extends AssistantEventName>(name: Name, fields: Fields): void {
  const result = v.safeParse(assistantEventSchemas[name], fields);
  if (!result.success) {
    showNotice(`The event is not as agreed: ${contractError(name, result.issues).message}`);
    return;
  }
  const handler = handlers[name];
  if (handler) attempt(name, () => handler(result.output));
}
