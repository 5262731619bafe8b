import type { Directive } from '#contract';
import type { DeviceCore, JsonObject } from '../device/types.ts';
import { XapiError } from '../device/xapi-error.ts';
import { ASSISTANT } from './assistant-caller.ts';
import type { Bubble } from './bubble.ts';

export interface PlayedDirective {
  readonly directive: Directive;
  /** Why it could not be done. */
  readonly error?: string;
}

/** Where directives are played. */
export interface Playback {
  readonly device: DeviceCore;
  readonly bubble: Bubble;
  /** The Assistant's ears, which outlive the set. */
  readonly listen: () => void;
  readonly sleep: (delayMs: number) => void;
}

/** Plays a set in the order sent. One that fails is told on the bubble, and the others are played all the same. */
export async function playDirectives(
  directives: readonly Directive[],
  playback: Playback,
): Promise<PlayedDirective[]> {
  const played: PlayedDirective[] = [];
  for (const directive of directives) {
    const error = await play(directive, playback).then(() => undefined, problemOf);
    if (error !== undefined) playback.bubble.complain(error);
    played.push(error === undefined ? { directive } : { directive, error });
  }
  return played;
}

/** What the device refused, as a sentence; anything else that is thrown is a fault of ours. */
function problemOf(error: unknown): string {
  if (error instanceof XapiError) return error.message;
  throw error;
}

/** @throws XapiError when the device refuses */
async function play(directive: Directive, { device, bubble, listen, sleep }: Playback): Promise<void> {
  switch (directive.name) {
    case 'reply':
      return bubble.reply(directive.payload.text);
    case 'speak':
      return bubble.speak(directive.payload.text);
    case 'ui-hint':
      return bubble.hint(directive.payload.text, directive.payload.prompt ?? null);
    case 'asr-hint':
      // For the recognition of speech: here the words arrive as text.
      return;
    case 'listen':
      return listen();
    case 'sleep':
      return sleep((directive.payload.delay ?? 0) * 1000);
    case 'display-web-view':
      await device.command(ASSISTANT, ['UserInterface', 'WebView', 'Display'], pageOf(directive.payload));
      return;
    case 'clear-web-view':
      await device.command(ASSISTANT, ['UserInterface', 'WebView', 'Clear']);
      return;
    case 'assistant-event':
      return device.raise(['UserInterface', 'Assistant', 'Notification'], eventOf(directive.payload));
  }
}

const pageOf = ({ url, title }: { url: string; title?: string | undefined }): JsonObject =>
  title === undefined ? { Url: url } : { Url: url, Title: title };

const eventOf = ({ name, payload }: { name: string; payload?: object | undefined }): JsonObject =>
  payload === undefined ? { Name: name } : { Name: name, Payload: JSON.stringify(payload) };
