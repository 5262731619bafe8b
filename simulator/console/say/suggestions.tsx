import { Icon, type IconName } from '../ui/icon.tsx';

interface Suggestion {
  readonly icon: IconName;
  readonly sentence: string;
}

/** What a newcomer can say at once; together they are the tour of the project. */
const SUGGESTIONS: readonly Suggestion[] = [
  { icon: 'power', sentence: 'ok webex, tell switch to turn on' },
  { icon: 'page', sentence: 'ok webex, ask room to show the dashboard' },
  { icon: 'lightbulb', sentence: 'ok webex, tell room to turn off the lights' },
  { icon: 'close', sentence: 'ok webex, tell room to close it' },
];

export function Suggestions({ onChoose }: { onChoose(sentence: string): void }) {
  return (
    <ul class="suggestions" aria-label="Suggestions">
      {SUGGESTIONS.map(({ icon, sentence }) => (
        <li key={sentence}>
          <button type="button" class="suggestion" onClick={() => onChoose(sentence)}>
            <Icon name={icon} />
            <span>{sentence}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
