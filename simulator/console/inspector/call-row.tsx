import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { JournalEntry } from '../state/control-types.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { entrySummary } from './entry-summary.ts';
import { macroCode } from './macro-code.ts';
import './call-row.css';

interface CallRowProps {
  readonly entry: JournalEntry;
  /** What stands before the path; the time of day unless something else is given. */
  readonly when?: string;
}

/** One entry of the journal in short; open, with all that was said. */
export function CallRow({ entry, when = timeOfDay(entry.at) }: CallRowProps) {
  const { error, kind, path, shapeOnly } = entry;
  const open = useSignal(false);
  return (
    <details
      onToggle={(event) => {
        open.value = event.currentTarget.open;
      }}
    >
      <summary class="call-line">
        <span class="call-when">{when}</span>
        <span class="call-main">
          <span class="call-head">
            <span class="call-path">{path}</span>
            {shapeOnly && <ShapeOnlyBadge />}
            <span class={error ? 'badge badge-error' : 'badge'}>{kind}</span>
          </span>
          <span class="call-params">{entrySummary(entry)}</span>
        </span>
      </summary>
      {open.value && <CallDetails entry={entry} />}
    </details>
  );
}

const ShapeOnlyBadge = () => (
  <span class="badge badge-warning" title="The simulator knows this command’s form, not what it does.">
    shape only
  </span>
);

function CallDetails({ entry }: { entry: JournalEntry }) {
  const { body, error, origin, params, result } = entry;
  const code = macroCode(entry);
  return (
    <div class="call-details mono">
      {error && (
        <p class="call-error">
          {error.message} (code {error.code})
        </p>
      )}
      <Part name="From">{origin}</Part>
      {params !== undefined && <Part name="Parameters">{JSON.stringify(params, null, 2)}</Part>}
      {body !== undefined && <Part name="Body">{body}</Part>}
      {result !== undefined && <Part name="Answer">{JSON.stringify(result, null, 2)}</Part>}
      {code !== undefined && (
        <Part name="In a macro" action={<CopyButton text={code} label="Copy the macro code" />}>
          {code}
        </Part>
      )}
    </div>
  );
}

interface PartProps {
  readonly name: string;
  readonly action?: ComponentChildren;
  readonly children: string;
}

const Part = ({ name, action, children }: PartProps) => (
  <div class="call-part">
    <span class="call-part-name">{name}</span>
    <pre class="call-part-text">{children}</pre>
    {action}
  </div>
);

const timeOfDay = (at: string) => new Date(at).toLocaleTimeString('en-GB');
