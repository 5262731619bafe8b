// What compiles in a macro and what must not: `tsc -p macros` reads this, nothing runs it.
import xapi, { type XapiError } from 'xapi';

/** Commands take their parameters by name, integers as numbers or as the text that the device hands out. */
export async function commands(level: string) {
  await xapi.Command.Audio.Volume.Set({ Level: 45 });
  await xapi.Command.Audio.Volume.Set({ Level: '45' });
  // @ts-expect-error a text that is no integer
  await xapi.Command.Audio.Volume.Set({ Level: level });
  // @ts-expect-error a required parameter is missing
  await xapi.Command.Audio.Volume.Set({});
  // @ts-expect-error the whole parameter object is missing
  await xapi.Command.Audio.Volume.Set();
  // @ts-expect-error no such parameter
  await xapi.Command.Audio.Volume.Set({ Level: 45, Loud: true });
  // @ts-expect-error no such device among the literals
  await xapi.Command.Audio.Volume.Set({ Level: 45, Device: 'Radio' });
  // @ts-expect-error takes no body
  await xapi.Command.Audio.Volume.Set({ Level: 45 }, 'body');
  // @ts-expect-error no such command
  await xapi.Command.Audio.Volume.Shout();

  await xapi.Command.UserInterface.WebView.Clear();
  await xapi.Command.UserInterface.Extensions.Panel.Save({ PanelId: 'room' }, '<Extensions/>');
  const answer = await xapi.Command.HttpClient.Post({ Url: 'http://server/', Header: ['A: b'] }, '{}');
  answer.StatusCode satisfies `${number}`;
}

/** Everything that is read is text; literals are unions. */
export async function statuses() {
  const volume = await xapi.Status.Audio.Volume.get();
  volume satisfies `${number}`;
  // @ts-expect-error text, not a number
  volume satisfies number;
  xapi.Status.Standby.State.on((state) => state satisfies 'Off' | 'Halfwake' | 'EnteringStandby' | 'Standby');
  // @ts-expect-error no such state
  xapi.Status.Standby.State.on((state) => state === 'Asleep');
  // @ts-expect-error a status cannot be set
  xapi.Status.Audio.Volume.set('45');

  const people = await xapi.Status.RoomAnalytics.get();
  // @ts-expect-error any part of a subtree may be missing
  people.PeopleCount.Current satisfies string;
  people.PeopleCount?.Current satisfies string | undefined;
}

/** Lists: whole, by number, or every item by `'*'`; an item that went is a ghost. */
export async function lists() {
  const views = await xapi.Status.UserInterface.WebView.get();
  views.map((view) => view.id satisfies string);
  xapi.Status.UserInterface.WebView.on(({ id, ghost }) => [
    id satisfies string,
    ghost satisfies 'True' | undefined,
  ]);
  const stop = xapi.Status.UserInterface.WebView['*'].URL.on((url) => url satisfies string);
  stop();
  await xapi.Status.UserInterface.WebView[1]?.Status.get();
  // @ts-expect-error a list has no member of an item
  xapi.Status.UserInterface.WebView.URL.get();
}

export async function configurations() {
  (await xapi.Config.SystemUnit.Name.get()) satisfies string;
  await xapi.Config.SystemUnit.Name.set('Room 1');
  // @ts-expect-error text, not a number
  await xapi.Config.SystemUnit.Name.set(1);
}

export function events() {
  xapi.Event.UserInterface.Assistant.Notification.on(({ Name, Payload }) => {
    Name satisfies string;
    // @ts-expect-error may be missing
    Payload satisfies string;
  });
  xapi.Event.UserInterface.WebView.Cleared.once(
    ({ Target }) => Target satisfies 'OSD' | 'Controller' | 'RoomScheduler',
  );
  // @ts-expect-error an event has no value to get
  xapi.Event.UserInterface.WebView.Cleared.get();
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
