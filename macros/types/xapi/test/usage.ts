// What compiles in a macro and what must not: `tsc -p macros` reads this, nothing runs it.
import xapi, { type XapiError } from 'xapi';

/** Commands take their parameters by name, in whatever form the device takes them. */
export async function commands(level: string, levels: readonly number[]) {
  const { Audio, Dial, UserInterface, Video } = xapi.Command;
  await Audio.Volume.Set({ Level: 45 });
  await Audio.Volume.Set({ Level: '45', Device: 'Internal' });
  await xapi.Command.Standby.Activate();
  // @ts-expect-error a text that is no integer
  await Audio.Volume.Set({ Level: level });
  // @ts-expect-error several values of a parameter that is given once
  await Audio.Volume.Set({ Level: levels });
  // @ts-expect-error a required parameter is missing
  await Audio.Volume.Set({});
  // @ts-expect-error the whole parameter object is missing
  await Audio.Volume.Set();
  // @ts-expect-error no such parameter
  await Audio.Volume.Set({ Level: 45, Loud: true });
  // @ts-expect-error no such device among the literals
  await Audio.Volume.Set({ Level: 45, Device: 'Radio' });
  // @ts-expect-error the device takes any case of letters, the types one
  await Audio.Volume.Set({ Level: 45, Device: 'internal' });
  // @ts-expect-error as above
  await Audio.volume.Set({ Level: 45 });
  // @ts-expect-error takes no parameters
  await xapi.Command.Standby.Activate({ Now: true });
  // @ts-expect-error no such command
  await Audio.Volume.Shout();
  // @ts-expect-error a group of commands is none
  await Audio.Volume();

  await Dial({ Number: 'room@example.com', Protocol: 'Sip' });
  await UserInterface.WebView.Clear();
  await UserInterface.Extensions.Widget.SetValue({ WidgetId: 'blinds', Value: 128 });
  // @ts-expect-error `true` would be sent as the text True
  await UserInterface.Extensions.Widget.SetValue({ WidgetId: 'blinds', Value: true });
  await UserInterface.Message.Prompt.Display({ Text: 'Stay?', 'Option.1': 'Yes', 'Option.2': 'No' });
  // @ts-expect-error there are five options
  await UserInterface.Message.Prompt.Display({ Text: 'Stay?', 'Option.6': 'Maybe' });
  await Video.Input.SetMainVideoSource({ ConnectorId: [1, '2'] });
  await Video.Input.SetMainVideoSource({ ConnectorId: 1 });
}

/** True and False may be JavaScript's own; On and Off may not. */
export async function flags() {
  await xapi.Command.Macros.Macro.Get({ Content: true });
  await xapi.Command.Macros.Macro.Get({ Content: 'True' });
  await xapi.Config.HttpClient.AllowHTTP.set(false);
  // @ts-expect-error On and Off are literals only
  await xapi.Config.HttpClient.Mode.set(true);
}

/** A text of several lines stands behind the parameters. */
export async function bodies() {
  await xapi.Command.UserInterface.Extensions.Panel.Save({ PanelId: 'room' }, '<Extensions/>');
  // @ts-expect-error takes no body
  await xapi.Command.Audio.Volume.Set({ Level: 45 }, 'body');
  // @ts-expect-error a text, not an object
  await xapi.Command.HttpClient.Post({ Url: 'http://server/' }, { json: true });
}

/** Where it is known what a command answers, it is typed; everywhere else it is to be looked at. */
export async function results() {
  const answer = await xapi.Command.HttpClient.Get({ Url: 'http://server/', Header: ['A: b'] });
  answer.StatusCode satisfies `${number}`;
  // @ts-expect-error only with ResultBody
  answer.Body satisfies string;
  // @ts-expect-error no such thing in it
  answer.Status;
  (await xapi.Command.Macros.Runtime.Status()).Crashes satisfies `${number}`;
  // @ts-expect-error may be one, several or none
  (await xapi.Command.Macros.Macro.Get({})).Macro.map(({ Name }) => Name);
  const { Extensions } = await xapi.Command.UserInterface.Extensions.List();
  [Extensions.Panel ?? []].flat().map((panel) => panel.PanelId satisfies string);

  const dialed = await xapi.Command.Dial({ Number: '1' });
  dialed.status satisfies 'OK';
  // @ts-expect-error unknown until it was looked at
  dialed.CallId satisfies string;
}

/** Everything that is read is text; literals are unions. */
export async function statuses() {
  const volume = await xapi.Status.Audio.Volume.get();
  volume satisfies `${number}`;
  // @ts-expect-error text, not a number
  volume satisfies number;
  xapi.Status.Standby.State.on((state) => state satisfies 'Off' | 'Halfwake' | 'EnteringStandby' | 'Standby');
  const stop = xapi.Status.Standby.State.once((state) => state satisfies string);
  stop();
  await stop.registration;
  // @ts-expect-error no such state
  xapi.Status.Standby.State.on((state) => state === 'Asleep');
  // @ts-expect-error a status cannot be set
  xapi.Status.Audio.Volume.set('45');
  // @ts-expect-error the whole of the statuses is none
  xapi.Status.get();

  const people = await xapi.Status.RoomAnalytics.get();
  // @ts-expect-error any part of a subtree may be missing
  people.PeopleCount.Current satisfies string;
  people.PeopleCount?.Current satisfies string | undefined;
  xapi.Status.RoomAnalytics.on((change) => change.PeoplePresence satisfies string | undefined);
}

/** Lists: whole, by number, or every item by `'*'` or by no index; an item that went is a ghost. */
export async function lists(callId: number) {
  const { WebView } = xapi.Status.UserInterface;
  const views = await WebView.get();
  views.map((view) => view.id satisfies string);
  (await WebView['*'].get()).map((view) => view.URL satisfies string | undefined);
  WebView.on(({ id, ghost }) => [id satisfies string, ghost satisfies 'True' | undefined]);
  WebView['*'].URL.on((url) => url satisfies string);
  WebView.URL.on((url) => url satisfies string);
  // @ts-expect-error several items have no one value
  WebView['*'].URL.get();
  // @ts-expect-error several items have no one value
  WebView.URL.get();

  (await WebView[1].Status.get()) satisfies 'Visible' | 'Error' | 'NotVisible';
  (await WebView[1].get()).id satisfies string;
  WebView[1].ghost.on((gone) => gone satisfies 'True');
  xapi.Status.Call['*'].ghost.on((gone) => gone satisfies 'True');
  await xapi.Status.Call[callId]?.Status.get();
  // @ts-expect-error an index that is only known at run time may not be there
  await xapi.Status.Call[callId].Status.get();
  xapi.Status.MediaChannels.Call[1].Channel['*'].Video.Protocol.on((protocol) => protocol satisfies string);
  xapi.Status.MediaChannels.Call['*'].Channel[1].Type.on((type) => type satisfies string);
}

export async function configurations() {
  const { Audio, Cameras, SystemUnit, Video } = xapi.Config;
  (await SystemUnit.Name.get()) satisfies string;
  await SystemUnit.Name.set('Room 1');
  await SystemUnit.Name.set(1);
  await Audio.DefaultVolume.set(50);
  await Audio.DefaultVolume.set('50');
  // @ts-expect-error a text that is no integer
  await Audio.DefaultVolume.set('loud');
  // @ts-expect-error no such literal
  await xapi.Config.HttpClient.Mode.set('Sometimes');
  xapi.Config.HttpClient.Mode.on((mode) => mode satisfies 'On' | 'Off');
  // @ts-expect-error a subtree cannot be set
  await xapi.Config.HttpClient.set({ Mode: 'On' });

  await Video.Input.Connector[1].Name.set('Laptop');
  Video.Input.Connector['*'].Name.on((name) => name satisfies string);
  // @ts-expect-error no product has that many
  await Video.Input.Connector[99].Name.set('Laptop');
  // @ts-expect-error only one item can be set
  await Video.Input.Connector['*'].Name.set('Laptop');

  // A list on some products, a single one on others.
  await Cameras.Camera[1].Brightness.Mode.set('Auto');
  await Cameras.Camera.Brightness.Mode.set('Auto');
  // A value on older releases, the parent of one on newer ones.
  await Cameras.SpeakerTrack.ZoomRange.MaxZoomFactor.get();
  const range = await Cameras.SpeakerTrack.ZoomRange.get();
  // @ts-expect-error may be the subtree
  range satisfies string;
}

/** Events: one, a field of one, or all of a branch. */
export function events() {
  const { Assistant, Extensions, Message, WebView } = xapi.Event.UserInterface;
  Assistant.Notification.on(({ Name, Payload }) => {
    Name satisfies string;
    // @ts-expect-error may be missing
    Payload satisfies string;
  });
  WebView.Cleared.once(({ Target }) => Target satisfies 'OSD' | 'Controller' | 'RoomScheduler');
  Extensions.Widget.Action.on(({ Type, Value }) => [Type satisfies string, Value satisfies string]);
  Extensions.Panel.Clicked.PanelId.on((panel) => panel satisfies string);
  Message.Prompt.on(({ Response }) => Response?.FeedbackId satisfies string | undefined);
  // @ts-expect-error an event has no value to get
  WebView.Cleared.get();
  // @ts-expect-error no such field
  WebView.Cleared.on(({ Page }) => Page);
}

/** What an event tells may nest, and lists in it are arrays. */
export function nestedEvents() {
  xapi.Event.UserPresence.PresenceUpdated.on(({ User }) =>
    User.map(({ Status, ExpiresTime }) => [
      Status satisfies string,
      // @ts-expect-error may be missing
      ExpiresTime satisfies string,
    ]),
  );
  xapi.Event.Conference.ParticipantList.ParticipantAdded.on(({ CallId, Device }) => [
    CallId satisfies `${number}`,
    Device[0]?.EndToEndEncryption?.CertificateChain.Certificate[0]?.Fingerprint satisfies string | undefined,
  ]);
}

export function failures(error: XapiError) {
  error.code satisfies number;
  error.message satisfies string;
  // @ts-expect-error not an Error: it has no stack
  error.stack;
}

export function globals() {
  console.warn(_main_macro_name());
  clearTimeout(setTimeout(() => console.log('later'), 10));
  // @ts-expect-error no DOM
  document;
  // @ts-expect-error no Node
  process;
  // @ts-expect-error absent on the device
  new TextEncoder();
  // @ts-expect-error absent on the device
  new URL('http://server/');
  // @ts-expect-error newer than ES2020
  [1].at(-1);
}
