import type { Directive, DirectiveName } from '#contract';
import type { TurnRecord } from '../../state/control-types.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { directiveSummary } from './directive-summary.ts';

const ICONS: Readonly<Record<DirectiveName, IconName>> = {
  reply: 'reply',
  speak: 'soundOn',
  listen: 'listen',
  sleep: 'moon',
  'ui-hint': 'hint',
  'asr-hint': 'microphone',
  'display-web-view': 'page',
  'clear-web-view': 'close',
  'assistant-event': 'event',
};

/** One directive as the device played it. */
export function DirectiveRow({ played: { directive, error } }: { played: TurnRecord['played'][number] }) {
  return (
    <div class="directive">
      <Icon name={ICONS[directive.name]} />
      <span class="directive-name">{directive.name}</span>
      <Summary directive={directive} />
      {error !== undefined && <span class="badge badge-error">{error}</span>}
    </div>
  );
}

function Summary({ directive }: { directive: Directive }) {
  const summary = directiveSummary(directive);
  return (
    <span class="directive-summary" title={summary}>
      {summary}
    </span>
  );
}
