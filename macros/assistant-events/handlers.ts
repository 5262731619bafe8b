import xapi from 'xapi';
import type { AssistantEventName, AssistantEventPayload } from '#contract/assistant-events';
import { setBlinds, setLights, setTemperature, setVolume } from '../lib/room-commands.ts';

type Handlers = {
  readonly [Name in AssistantEventName]: ((payload: AssistantEventPayload<Name>) => Promise<unknown>) | null;
};

/** What each event does; `null` for those that other macros answer. */
export const handlers: Handlers = {
  'room-lights': ({ on }) => setLights(on),
  'room-blinds': setBlinds,
  'room-temperature': setTemperature,
  'room-volume': setVolume,
  'web-view': changeWebView,
  'page-opened': null,
};

function changeWebView(wanted: AssistantEventPayload<'web-view'>): Promise<unknown> {
  if (wanted.action === 'clear') return xapi.Command.UserInterface.WebView.Clear();
  return xapi.Command.UserInterface.WebView.Display({
    Url: wanted.url,
    Mode: wanted.mode ?? 'Fullscreen',
    ...(wanted.title === undefined ? {} : { Title: wanted.title }),
  });
}
