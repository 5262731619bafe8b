import './text-line.css';

/** `UserInterface Message TextLine Display`: one line over whatever is on the screen. */
export function TextLine({ text }: { text: string }) {
  return (
    <p class="text-line" role="status">
      {text}
    </p>
  );
}
