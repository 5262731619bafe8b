import { describe, expect, test } from 'vitest';
import { commandsOf, messagesOf, runMacro } from '#simulator/runtime/testing/run-macro';
import { loadCatalogue } from '#xapi';
import { compile } from './compile-for-test.ts';
import { generateTypes } from './generate-types.ts';

const types = generateTypes(loadCatalogue(), 'a test');

/** A macro that compiles, running on a simulated device. */
async function run(source: string) {
  expect(compile(types, `${source}\nexport {};`)).toBe('');
  return runMacro(source);
}

describe('what the types allow, the device does', () => {
  test('numbers for texts and integers, true for True, one value for several', async () => {
    const device = await run(`
      await xapi.Command.Audio.Volume.Set({ Level: '31' });
      await xapi.Command.UserInterface.Message.Alert.Display({ Text: 42, Duration: 5 });
      await xapi.Command.Macros.Macro.Get({ Content: false });
      await xapi.Command.Video.Input.SetMainVideoSource({ ConnectorId: 1 });
      await xapi.Config.SystemUnit.Name.set(12);
      await xapi.Config.HttpClient.AllowHTTP.set(false);
      console.log(await xapi.Config.SystemUnit.Name.get(), await xapi.Config.HttpClient.AllowHTTP.get());`);
    expect(messagesOf(device)).toEqual(['12 False']);
    expect(commandsOf(device)).toHaveLength(4);
    expect(device.screen.current.alert?.text).toBe('42');
  });

  test('a branch, a list, an item, every item and no index are listened to', async () => {
    const device = await run(`
      const { WebView } = xapi.Status.UserInterface;
      WebView.on(({ id, URL, ghost }) => console.log('list', id, URL ?? ghost ?? ''));
      WebView[1].URL.on((url) => console.log('first', url));
      WebView['*'].URL.on((url) => console.log('every', url));
      WebView.URL.on((url) => console.log('any', url));
      WebView['*'].ghost.on((gone) => console.log('gone', gone));
      xapi.Status.Audio.on(({ Volume }) => console.log('branch', Volume));
      await xapi.Status.Audio.Volume.once(() => undefined).registration;
      xapi.Status.Audio.Volume.once((volume) => console.log('once', volume));`);
    device.setStatus(['UserInterface', 'WebView', 1], { URL: 'https://a.example' });
    device.setStatus(['UserInterface', 'WebView', 1], { ghost: true });
    device.setStatus(['Audio', 'Volume'], 12);
    device.setStatus(['Audio', 'Volume'], 13);
    await device.settled();
    expect(messagesOf(device).sort()).toEqual([
      'any https://a.example',
      'branch 12',
      'branch 13',
      'every https://a.example',
      'first https://a.example',
      'gone True',
      'list 1 True',
      'list 1 https://a.example',
      'once 12',
    ]);
  });

  test('lists are read whole and by index', async () => {
    const device = await run(`
      const { WebView } = xapi.Status.UserInterface;
      xapi.Event.Message.Send.on(async () => {
        const [view] = await WebView.get();
        console.log(view?.id, view?.URL, (await WebView['*'].get()).length, await WebView[1].URL.get());
      });`);
    device.setStatus(['UserInterface', 'WebView', 1], { URL: 'https://a.example' });
    device.raise(['Message', 'Send'], { Text: 'now' });
    await device.settled();
    expect(messagesOf(device)).toEqual(['1 https://a.example 1 https://a.example']);
  });

  test('an event, a field of it and a branch of events', async () => {
    const device = await run(`
      const { Panel } = xapi.Event.UserInterface.Extensions;
      Panel.Clicked.on(({ PanelId }) => console.log('event', PanelId));
      Panel.Clicked.PanelId.on((id) => console.log('field', id));
      Panel.on(({ Clicked }) => console.log('branch', Clicked?.PanelId));`);
    device.raise(['UserInterface', 'Extensions', 'Panel', 'Clicked'], { PanelId: 'room' });
    await device.settled();
    expect(messagesOf(device).sort()).toEqual(['branch room', 'event room', 'field room']);
  });

  test('answers are as they are typed', async () => {
    const device = await run(`
      const { Running, Crashes } = await xapi.Command.Macros.Runtime.Status();
      const { Macro } = await xapi.Command.Macros.Macro.Get({ Content: true });
      const [macro] = [Macro ?? []].flat();
      const { Extensions } = await xapi.Command.UserInterface.Extensions.List();
      const { Year } = await xapi.Command.Time.DateTime.Get();
      console.log(Running, Crashes, macro?.Name, typeof macro?.Content, typeof Extensions.Version, typeof Year);`);
    expect(messagesOf(device)).toEqual(['True 0 macro string string string']);
  });
});
