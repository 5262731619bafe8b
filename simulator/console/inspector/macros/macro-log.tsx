import { computed, signal } from '@preact/signals';
import { clearJournal, journal } from '../../state/device-state.ts';
import { Feed } from '../../ui/feed.tsx';
import { isShown, LEVELS, type Level, type LogLine, logLine } from './log-line.ts';

const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  debug: 'All levels',
  info: 'Info and up',
  warn: 'Warnings and up',
  error: 'Errors',
};

const level = signal<Level>('debug');
const text = signal('');

const lines = computed(() => journal.value.filter(({ kind }) => kind === 'log').map(logLine));
const shown = computed(() => lines.value.filter((line) => isShown(line, level.value, text.value)));

/** What the macros print. */
export function MacroLog() {
  return (
    <>
      <div class="toolbar">
        <select
          class="field"
          aria-label="Level"
          value={level.value}
          onChange={(event) => {
            level.value = LEVELS.find((name) => name === event.currentTarget.value) ?? 'debug';
          }}
        >
          {LEVELS.map((name) => (
            <option value={name} key={name}>
              {LEVEL_NAMES[name]}
            </option>
          ))}
        </select>
        <input
          class="field"
          type="search"
          aria-label="Filter the log"
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
        label="Macro log"
        items={shown.value}
        empty="No log lines to show."
        draw={(line) => <LogRow line={line} />}
      />
    </>
  );
}

const LogRow = ({ line: { at, macro, level, message } }: { line: LogLine }) => (
  <p class={`log-line log-${level} mono`}>
    <span class="log-when">{new Date(at).toLocaleTimeString('en-GB')}</span>
    <span class="log-words">
      <span class="log-macro">{macro}</span> {message}
    </span>
  </p>
);
