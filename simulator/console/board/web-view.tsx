import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import type { ScreenWebView } from '../../device/screen.ts';
import { Icon } from '../ui/icon.tsx';
import './web-view.css';

/** The real page, in a frame of the size that the device gives it. */
export function WebView({ webView }: { webView: ScreenWebView }) {
  const { mode, status, title, url } = webView;
  const refused = useRefusedOrigin(url);
  return (
    <div class={`web-view web-view-${mode.toLowerCase()}`}>
      {status === 'Error' && <Failure title="This page can’t be shown" text={url} />}
      {status !== 'Error' && refused && (
        <Failure
          title="This console may not show that page"
          text={`The simulator was not told to trust ${new URL(url).origin}.`}
        />
      )}
      {status !== 'Error' && !refused && (
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

/** Whether this page's own policy has refused to frame the address: the device would have shown it. */
function useRefusedOrigin(url: string): boolean {
  const refusedUrl = useSignal<string | null>(null);
  useLayoutEffect(() => {
    const note = ({ effectiveDirective }: SecurityPolicyViolationEvent) => {
      if (effectiveDirective === 'frame-src') refusedUrl.value = url;
    };
    document.addEventListener('securitypolicyviolation', note);
    return () => document.removeEventListener('securitypolicyviolation', note);
  }, [url, refusedUrl]);
  return refusedUrl.value === url;
}

const Failure = ({ title, text }: { title: string; text: string }) => (
  <div class="web-view-error" role="alert">
    <Icon name="warning" />
    <p class="web-view-error-title">{title}</p>
    <p class="web-view-error-url">{text}</p>
  </div>
);
