import type { Directive } from '#contract';

/** What a directive carries, in a line. */
export function directiveSummary(directive: Directive): string {
  switch (directive.name) {
    case 'reply':
    case 'speak':
      return directive.payload.text;
    case 'ui-hint':
    case 'asr-hint':
      return directive.payload.text.join(' · ');
    case 'display-web-view':
      return directive.payload.url;
    case 'assistant-event':
      return [directive.payload.name, payloadText(directive.payload.payload)].filter(Boolean).join(' ');
    case 'sleep':
      return directive.payload.delay === undefined ? '' : `after ${directive.payload.delay} s`;
    case 'listen':
    case 'clear-web-view':
      return '';
  }
}

const payloadText = (payload: Record<string, unknown> | undefined) => payload && JSON.stringify(payload);
