import { useSignal } from '@preact/signals';
import { notice } from '../state/notice.ts';
import { Icon } from './icon.tsx';

/** How long the button says that it has copied, in milliseconds. */
const SHOWN = 1500;

export function CopyButton({ text, label }: { text: string; label: string }) {
  const copied = useSignal(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      notice.value = 'The browser does not let this page copy.';
      return;
    }
    copied.value = true;
    setTimeout(() => {
      copied.value = false;
    }, SHOWN);
  };
  return (
    <button type="button" class="icon-button" aria-label={label} title={label} onClick={copy}>
      <Icon name={copied.value ? 'check' : 'copy'} />
      <span class="visually-hidden" role="status">
        {copied.value ? 'Copied' : ''}
      </span>
    </button>
  );
}
