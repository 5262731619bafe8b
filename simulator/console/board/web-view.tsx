import type { ScreenWebView } from '../../device/screen.ts';
import { Icon } from '../ui/icon.tsx';
import './web-view.css';

/** The real page, in a frame of the size that the device gives it. */
export function WebView({ webView }: { webView: ScreenWebView }) {
  const { mode, status, title, url } = webView;
  return (
    <div class={`web-view web-view-${mode.toLowerCase()}`}>
      {status === 'Error' ? (
        <WebViewError url={url} />
      ) : (
        <iframe
          class="web-view-frame"
          title={title || 'Web view'}
          src={url}
          sandbox="allow-scripts allow-same-origin allow-forms"
          referrerpolicy="no-referrer"
        />
      )}
    </div>
  );
}

function WebViewError({ url }: { url: string }) {
  return (
    <div class="web-view-error" role="alert">
      <Icon name="warning" />
      <p class="web-view-error-title">This page can’t be shown</p>
      <p class="web-view-error-url">{url}</p>
    </div>
  );
}
