import type { Directive } from '#contract';

/** What a directive carries, in a few words; its name is said beside it. */
export function directiveText(directive: Directive): string {
  switch (directive.name) {
    case 'reply':
    case 'speak':
      return directive.payload.text;
    case 'ui-hint':
    case 'asr-hint':
      return directive.payload.text.join(' · ');
    case 'sleep':
      return directive.payload.delay === undefined ? '' : `after ${directive.payload.delay} s`;
    case 'display-web-view':
      return [directive.payload.title, directive.payload.url].filter(Boolean).join(' ');
    case 'assistant-event':
      return [directive.payload.name, directive.payload.payload && JSON.stringify(directive.payload.payload)]
        .filter(Boolean)
        .join(' ');
    case 'listen':
    case 'clear-web-view':
      return '';
  }
}
