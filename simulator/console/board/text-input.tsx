import type { TargetedSubmitEvent } from 'preact';
import type { ScreenTextInput } from '../../device/screen.ts';
import { sendCommand } from '../state/selected-device.ts';
import './dialog.css';

/** The input types of which nobody looks on. */
const SECRET_TYPES = ['Password', 'PIN'];

/** `UserInterface Message TextInput Display`; what is typed answers it. */
export function TextInput({ input }: { input: ScreenTextInput }) {
  const { feedbackId: FeedbackId, title, text, placeholder, inputType } = input;
  const field = {
    class: 'dialog-field',
    name: 'answer',
    placeholder,
    'aria-label': text || title,
    autocomplete: 'off',
  };
  const answer = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const answered = new FormData(event.currentTarget).get('answer');
    if (typeof answered !== 'string') return;
    void sendCommand('UserInterface Message TextInput Response', { FeedbackId, Text: answered });
  };
  return (
    <div class="dialog" role="dialog" aria-label={title || 'Text input'}>
      <form class="dialog-card" onSubmit={answer}>
        <h2 class="dialog-title">{title}</h2>
        <p class="dialog-text">{text}</p>
        {SECRET_TYPES.includes(inputType) ? (
          <input type="password" {...field} />
        ) : (
          <input type="text" {...field} />
        )}
        <div class="dialog-options">
          <button type="submit" class="dialog-option">
            Submit
          </button>
        </div>
      </form>
    </div>
  );
}
