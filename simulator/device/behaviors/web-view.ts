import type { ScreenWebView } from '../screen.ts';
import type { Behaviors, CommandCall, Device, Json } from '../types.ts';
import { XAPI_ERROR, XapiError } from '../xapi-error.ts';
import { followIfKnown, isObject, raiseIfKnown, setIfKnown } from './if-known.ts';

const WEB_VIEW = ['UserInterface', 'WebView'];

type Target = 'OSD' | 'Controller' | 'PersistentWebApp' | 'RoomScheduler';

/** Pages that macros and clients open over the screen. One screen shows one page at a time. */
export function webViewBehaviors(device: Device): Behaviors {
  /** The page on each screen, by its index in Status `UserInterface WebView[n]`. */
  const open = new Map<Target, number>();
  let lastId = 0;
  const clear = (target: Target) => {
    const id = open.get(target);
    open.delete(target);
    if (id !== undefined) setIfKnown(device, [...WEB_VIEW, id], { ghost: true });
  };
  followIfKnown(device, WEB_VIEW, (view) => followOnScreen(device, view));
  device.onRestart(() => [...open.keys()].forEach(clear));
  return {
    'UserInterface WebView Display': (call) => {
      requireWebEngine(device);
      const target = targetOf(call.params.Target);
      clear(target);
      lastId += 1;
      const url = String(call.params.Url);
      open.set(target, lastId);
      showStatus(device, lastId, url);
      if (target === 'OSD') showOnScreen(call, lastId, url);
      raiseIfKnown(device, [...WEB_VIEW, 'Display'], displayEvent(call, target));
      return undefined;
    },
    'UserInterface WebView Clear': ({ params }) => {
      const target = targetOf(params.Target);
      clear(target);
      raiseIfKnown(device, [...WEB_VIEW, 'Cleared'], { Target: target });
      return undefined;
    },
  };
}

function requireWebEngine(device: Device): void {
  if (device.peek(['Configuration', 'WebEngine', 'Mode']) === 'On') return;
  throw new XapiError(XAPI_ERROR.commandFailed, 'WebEngine is disabled');
}

function showStatus(device: Device, id: number, url: string): void {
  setIfKnown(device, [...WEB_VIEW, id], {
    Status: 'Visible',
    Type: 'Integration',
    URL: url,
    HttpResponseStatusCode: 200,
    ErrorType: 'NoError',
    ErrorDescription: '',
  });
}

function showOnScreen({ device, params }: CommandCall, id: number, url: string): void {
  const mode = params.Mode === 'Modal' ? 'Modal' : 'Fullscreen';
  device.screen.patch({ webView: { id, url, title: String(params.Title ?? ''), mode, status: 'Visible' } });
}

/** A page may fail, or change its own address, long after it was opened. */
function followOnScreen({ screen }: Device, view: Json): void {
  const { webView } = screen.current;
  if (!webView || !isObject(view) || view.id !== webView.id) return;
  const { URL: url = webView.url, Status: status = webView.status } = view;
  if ('ghost' in view) screen.patch({ webView: null });
  else if (isStatus(status)) screen.patch({ webView: { ...webView, url: String(url), status } });
}

const isStatus = (value: Json): value is ScreenWebView['status'] =>
  value === 'Visible' || value === 'Error' || value === 'NotVisible';

function displayEvent({ params }: CommandCall, target: Target) {
  const headers = Array.isArray(params.Header) ? params.Header : [];
  return {
    AllowInsecureHttps: params.AllowInsecureHttps ?? 'False',
    // What the headers say is between the caller and the page's server.
    Headers: headers.map(() => ({ Header: '***' })),
    Mode: params.Mode ?? 'Fullscreen',
    Options: params.Options ?? '',
    Target: target,
    Title: params.Title ?? '',
    Url: String(params.Url),
  };
}

const targetOf = (value: unknown): Target =>
  value === 'Controller' || value === 'PersistentWebApp' || value === 'RoomScheduler' ? value : 'OSD';
