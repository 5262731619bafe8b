import type { ScreenPrompt } from '../../device/screen.ts';
import { sendCommand } from '../state/selected-device.ts';
import './dialog.css';

/** `UserInterface Message Prompt Display`; touching an option answers it. */
export function Prompt({ prompt }: { prompt: ScreenPrompt }) {
  const answer = (OptionId: number) =>
    sendCommand('UserInterface Message Prompt Response', { FeedbackId: prompt.feedbackId, OptionId });
  return (
    <div class="dialog" role="dialog" aria-label={prompt.title || 'Prompt'}>
      <div class="dialog-card">
        <h2 class="dialog-title">{prompt.title}</h2>
        <p class="dialog-text">{prompt.text}</p>
        <div class="dialog-options">
          {prompt.options.map((option, index) => (
            <button type="button" class="dialog-option" key={option} onClick={() => answer(index + 1)}>
              {option}
            </button>
          ))}
        </div>
      </div>
    </div>
  );
}
