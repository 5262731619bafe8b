import type { Directive } from './directives.ts';

/** A directive and, for a listener that does not support it, the sentence that says the same. */
export interface DraftDirective {
  readonly directive: Directive;
  readonly instead?: string;
}

/**
 * Builds what a skill answers, in the order in which the device plays it. It is immutable: each call gives a
 * longer set. `finishDirectives` makes the list that may be sent.
 *
 * `instead` is what is said to a listener that cannot show a page or carry an event (a telephone, an older
 * device), in place of the set's own words. Without one, those stay and the listener is told besides that it could
 * not be done.
 */
export class DirectiveSet {
  constructor(readonly drafts: readonly DraftDirective[] = []) {}

  /** Shows a text in the Assistant's bubble. */
  reply(text: string): DirectiveSet {
    return this.with({ name: 'reply', type: 'view', payload: { text } });
  }

  /** Reads a text aloud. */
  speak(text: string): DirectiveSet {
    return this.with({ name: 'speak', type: 'action', payload: { text } });
  }

  /** Shows a text and reads it aloud. */
  say(text: string): DirectiveSet {
    return this.reply(text).speak(text);
  }

  /** Ends the set by waiting for the person's next words. */
  listen(): DirectiveSet {
    return this.with({ name: 'listen', type: 'action', payload: {} });
  }

  /** Ends the set by dismissing the Assistant, after `delay` whole seconds if given. */
  sleep(delay?: number): DirectiveSet {
    return this.with({ name: 'sleep', type: 'action', payload: delay === undefined ? {} : { delay } });
  }

  /** Suggests what the person could say. */
  uiHint(text: string[], prompt?: string): DirectiveSet {
    return this.with({
      name: 'ui-hint',
      type: 'view',
      payload: prompt === undefined ? { text } : { text, prompt },
    });
  }

  /** Tells the speech recognition which words to expect. */
  asrHint(text: string[]): DirectiveSet {
    return this.with({ name: 'asr-hint', type: 'action', payload: { text } });
  }

  /** Opens a page over the whole screen. */
  displayWebView(url: string, options: { title?: string; instead?: string } = {}): DirectiveSet {
    const payload = options.title === undefined ? { url } : { url, title: options.title };
    return this.with({ name: 'display-web-view', type: 'action', payload }, options.instead);
  }

  /** Closes whatever page is open. */
  clearWebView(options: { instead?: string } = {}): DirectiveSet {
    return this.with({ name: 'clear-web-view', type: 'action', payload: {} }, options.instead);
  }

  /** Raises `UserInterface Assistant Notification` on the device, for its macros. */
  assistantEvent(
    name: string,
    payload?: Record<string, unknown>,
    options: { instead?: string } = {},
  ): DirectiveSet {
    const event = payload === undefined ? { name } : { name, payload };
    return this.with({ name: 'assistant-event', type: 'action', payload: event }, options.instead);
  }

  private with(directive: Directive, instead?: string): DirectiveSet {
    return new DirectiveSet([...this.drafts, instead === undefined ? { directive } : { directive, instead }]);
  }
}

/** An empty set to build on: `directives().say('Done.').sleep(5)`. */
export const directives = (): DirectiveSet => new DirectiveSet();
