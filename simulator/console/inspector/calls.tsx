import { computed, signal } from '@preact/signals';
import { clearJournal, journal } from '../state/device-state.ts';
import { Feed } from '../ui/feed.tsx';
import { CallRow } from './call-row.tsx';
import { matchesText } from './journal-filter.ts';

const KINDS = ['all', 'command', 'event', 'get', 'set', 'subscribe'] as const;
type Kind = (typeof KINDS)[number];

const KIND_NAMES: Readonly<Record<Kind, string>> = {
  all: 'All calls',
  command: 'Commands',
  event: 'Events',
  get: 'Reads',
  set: 'Settings',
  subscribe: 'Subscriptions',
};

const kind = signal<Kind>('all');
const text = signal('');

const shown = computed(() =>
  journal.value.filter(
    (entry) =>
      entry.kind !== 'log' &&
      (kind.value === 'all' || entry.kind === kind.value) &&
      matchesText(entry, text.value),
  ),
);

/** Everything that the device was asked, in order. */
export function Calls() {
  return (
    <>
      <div class="toolbar">
        <select
          class="field"
          aria-label="Kind of call"
          value={kind.value}
          onChange={(event) => {
            kind.value = KINDS.find((name) => name === event.currentTarget.value) ?? 'all';
          }}
        >
          {KINDS.map((name) => (
            <option value={name} key={name}>
              {KIND_NAMES[name]}
            </option>
          ))}
        </select>
        <input
          class="field"
          type="search"
          aria-label="Filter calls"
          placeholder="Filter"
          value={text.value}
          onInput={(event) => {
            text.value = event.currentTarget.value;
          }}
        />
        <button type="button" class="quiet-button" onClick={clearJournal}>
          Clear
        </button>
      </div>
      <Feed
        label="Calls"
        items={shown.value}
        empty="No calls to show."
        draw={(entry) => <CallRow entry={entry} />}
      />
    </>
  );
}
