import { notice } from '../state/notice.ts';
import { Icon } from './icon.tsx';
import './notice-bar.css';

/** What went wrong last; it stays until it is dismissed. */
export function NoticeBar() {
  if (notice.value === null) return null;
  return (
    <div class="notice" role="alert">
      <Icon name="warning" />
      <p>{notice.value}</p>
      <button
        type="button"
        class="icon-button"
        aria-label="Dismiss"
        onClick={() => {
          notice.value = null;
        }}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
