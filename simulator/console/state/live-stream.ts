import { deviceUrl } from './control-api.ts';
import type { LiveEvents } from './control-types.ts';

export type LiveHandlers = { readonly [Name in keyof LiveEvents]: (data: LiveEvents[Name]) => void };

/**
 * Opens a device's live stream. `onLost` is called once, when it ended or could not be opened; the stream is
 * closed by then, because a fresh one begins with a whole snapshot and `EventSource`'s own retry gives up on
 * an answer that is no stream.
 */
export function openLiveStream(device: string, handlers: LiveHandlers, onLost: () => void): () => void {
  const source = new EventSource(`${deviceUrl(device)}/live`);
  const listen = <Name extends keyof LiveEvents>(name: Name) =>
    source.addEventListener(name, (event: MessageEvent<string>) => {
      handlers[name](JSON.parse(event.data) as LiveEvents[Name]);
    });
  listen('snapshot');
  listen('screen');
  listen('journal');
  listen('turn');
  listen('macros');
  source.addEventListener('error', () => {
    source.close();
    onLost();
  });
  return () => source.close();
}
