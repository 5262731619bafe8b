import type { AssistantBubble as Bubble } from '../../device/screen.ts';
import { speakUp } from '../say/speak-up.ts';
import './assistant-bubble.css';

const STATES: Readonly<Record<Bubble['state'], string>> = {
  thinking: 'Thinking',
  answering: 'Assistant',
  listening: 'Listening',
};

/** The Assistant at the bottom of the screen: what it heard, what it says, what could be said next. */
export function AssistantBubble({ bubble }: { bubble: Bubble }) {
  const { heard, hints, reply, state } = bubble;
  return (
    <div class="bubble" role="status" aria-label="Assistant">
      <span class={`orb orb-${state}`}>
        <span class="orb-halo" />
        <span class="orb-core" />
      </span>
      <div class="bubble-words">
        <p class="bubble-state">
          <span>{STATES[state]}</span>
          {heard && <span class="bubble-heard">“{heard}”</span>}
        </p>
        {reply !== null && <p class="bubble-reply">{reply}</p>}
        {hints && hints.text.length > 0 && <Hints prompt={hints.prompt} texts={hints.text} />}
      </div>
    </div>
  );
}

function Hints({ prompt, texts }: { prompt: string | null; texts: readonly string[] }) {
  return (
    <div class="bubble-hints">
      <span class="bubble-hints-prompt">{prompt ?? 'Try saying'}</span>
      {texts.map((text) => (
        <button type="button" class="bubble-hint" key={text} onClick={() => speakUp(text)}>
          {text}
        </button>
      ))}
    </div>
  );
}
