import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandsOf, messagesOf, runMacro } from './testing/run-macro.ts';

describe('commands', () => {
  test('in the new style, the legacy one, with mixed case, arrays and bodies', async () => {
    const device = await runMacro(`
      await xapi.Command.Audio.Volume.Set({ Level: 30 });
      await xapi.command('Audio Volume Set', { Level: '31' });
      await xapi.command('audio/volume/set', { level: 32 });
      await xapi.Command.Macros.Macro.Save({ Name: 'x' }, 'the body');
      await xapi.command('Macros Macro Save', { Name: 'y', body: 'inner body' });
      await xapi.Command.UserInterface.Message.Prompt.Display({ Text: 'T', 'Option.1': 'Yes' });`);
    expect(commandsOf(device)).toEqual([
      'Audio Volume Set {"Level":30}',
      'Audio Volume Set {"Level":"31"}',
      'Audio Volume Set {"level":32}',
      'Macros Macro Save {"Name":"x"}',
      'Macros Macro Save {"Name":"y"}',
      'UserInterface Message Prompt Display {"Text":"T","Option.1":"Yes"}',
    ]);
    expect(device.macros.store.get('x').content).toBe('the body');
    expect(device.macros.store.get('y').content).toBe('inner body');
  });

  test('a text in place of the parameters is the body', async () => {
    const device =
      await runMacro(`xapi.Command.UserInterface.Extensions.Set({ConfigId: 'default'}, '<Extensions/>');
      xapi.command('UserInterface Extensions Set', 'just a body').catch(() => 0);`);
    const bodies = device.journal.after(0).flatMap((entry) => (entry.body === undefined ? [] : [entry.body]));
    expect(bodies).toEqual(['<Extensions/>', 'just a body']);
  });

  test('answer with strings only', async () => {
    const device = await runMacro(`
      const status = await xapi.Command.Macros.Runtime.Status();
      console.log(status);
      console.log(await xapi.Command.Macros.Macro.Get());`);
    expect(messagesOf(device)).toEqual([
      '{"status":"OK","ActiveMacros":"1","Crashes":"0","Running":"True"}',
      '{"status":"OK","Macro":[{"id":"1","Name":"macro","Active":"True"}]}',
    ]);
  });

  test('reject with a plain object whose message is a string', async () => {
    const device = await runMacro(`
      try { await xapi.Command.Macros.Macro.Activate({ Name: 'nobody' }) }
      catch (error) { console.log(error.message, error.code, error instanceof Error, error) }`);
    expect(messagesOf(device)).toEqual(['No such macro 1 false {"code":1,"message":"No such macro"}']);
  });

  test('a path that is awaited but not called does not hang', async () => {
    const device = await runMacro(`await xapi.Command.Standby.Activate; console.log('on');`);
    expect(messagesOf(device)).toEqual(['on']);
  });

  test('a path that is no command cannot be called', async () => {
    const device = await runMacro(
      `try { xapi.Status.Audio.Volume() } catch (error) { console.log(String(error)) }`,
    );
    expect(messagesOf(device)).toEqual(['TypeError: Audio.Volume is not a function']);
  });
});

describe('values', () => {
  test('are read in both styles, as strings', async () => {
    const device = await runMacro(`
      console.log(typeof await xapi.Status.Audio.Volume.get(), await xapi.status.get('Audio Volume'));
      console.log(await xapi.status.get(['Audio', 'Volume']), await xapi.Status.get('Audio/Volume'));
      console.log(await xapi.Config.Macros.UnresponsiveTimeout.get(), await xapi.config.get('Macros Mode'));`);
    expect(messagesOf(device)).toEqual(['string 70', '70 70', '5 On']);
  });

  test('are set, and refused, as configurations', async () => {
    const device = await runMacro(`
      await xapi.Config.Audio.DefaultVolume.set(45);
      await xapi.config.set('SystemUnit Name', 'Aurora');
      console.log(await xapi.Config.Audio.DefaultVolume.get(), await xapi.Config.SystemUnit.Name.get());
      await xapi.Config.Audio.DefaultVolume.set('loud').catch((error) => console.log(typeof error.message));`);
    expect(messagesOf(device)).toEqual(['45 Aurora', 'string']);
  });

  test('items of lists have their id', async () => {
    const device = await runMacro('');
    device.setStatus(['UserInterface', 'WebView'], [{ id: 1, Status: 'Visible', URL: 'http://a/' }]);
    await device.macros.load(
      'macro',
      `import xapi from 'xapi';
       console.log(await xapi.Status.UserInterface.WebView.get());
       console.log(await xapi.Status.UserInterface.WebView['*'].get());
       console.log(await xapi.Status.UserInterface.WebView[1].Status.get());`,
    );
    const list = '[{"id":"1","Status":"Visible","URL":"http://a/"}]';
    expect(messagesOf(device)).toEqual([list, list, 'Visible']);
  });

  test('the documentation of a path is there', async () => {
    const device = await runMacro(`console.log(typeof await xapi.doc('Status/Audio/Volume'));`);
    expect(messagesOf(device)).toEqual(['object']);
  });
});

describe('feedback', () => {
  test('is relative to the path, until it is turned off', async () => {
    const device = await runMacro(`
      const off = xapi.Status.Audio.Volume.on((value) => { console.log('new', value); if (value === '2') off(); });
      xapi.status.on('Audio Volume', (value) => console.log('legacy', value));
      xapi.feedback.on('/Status/Audio', (value) => console.log('tree', value));
      xapi.Status.Audio.Volume.once((value) => console.log('once', value));`);
    for (const level of [1, 2, 3]) device.setStatus(['Audio', 'Volume'], level);
    await device.settled();
    expect(messagesOf(device)).toEqual([
      'new 1',
      'legacy 1',
      'tree {"Volume":"1"}',
      'once 1',
      'new 2',
      'legacy 2',
      'tree {"Volume":"2"}',
      'legacy 3',
      'tree {"Volume":"3"}',
    ]);
  });

  test('follows configurations and events, in any case of letters', async () => {
    const device = await runMacro(`
      xapi.Config.Audio.DefaultVolume.on((value) => console.log('config', value));
      xapi.config.on('Audio DefaultVolume', (value) => console.log('legacy config', value));
      xapi.Event.Userinterface.extensions.Panel.Clicked.on((event) => console.log(event));
      xapi.event.on('UserInterface Extensions Panel Clicked PanelId', (id) => console.log(id));
      xapi.event.once('UserInterface Extensions', (event) => console.log(event));`);
    device.setConfiguration(['Audio', 'DefaultVolume'], 10);
    device.raise(['UserInterface', 'Extensions', 'Panel', 'Clicked'], { PanelId: 'lights' });
    await device.settled();
    expect(messagesOf(device)).toEqual([
      'config 10',
      'legacy config 10',
      '{"PanelId":"lights"}',
      'lights',
      '{"Panel":{"Clicked":{"PanelId":"lights"}}}',
    ]);
  });

  test('gives each item of a list, and tells of its end', async () => {
    const device = await runMacro(`
      xapi.Status.UserInterface.WebView.on((view) => console.log('item', view));
      xapi.Status.UserInterface.WebView['*'].Status.on((status) => console.log('status', status));
      xapi.Status.UserInterface.WebView[2].Status.on((status) => console.log('second', status));
      xapi.Status.UserInterface.WebView['*'].ghost.on((ghost) => console.log('gone', ghost));`);
    device.setStatus(['UserInterface', 'WebView'], { id: 1, Status: 'Visible' });
    device.setStatus(['UserInterface', 'WebView'], { id: 2, Status: 'NotVisible' });
    device.setStatus(['UserInterface', 'WebView'], { id: 1, ghost: true });
    await device.settled();
    expect(messagesOf(device)).toEqual([
      'item {"id":"1","Status":"Visible"}',
      'status Visible',
      'item {"id":"2","Status":"NotVisible"}',
      'status NotVisible',
      'second NotVisible',
      'item {"id":"1","ghost":"True"}',
      'gone True',
    ]);
  });

  test('a path that does not exist is an unhandled rejection; the macro goes on', async () => {
    const device = await runMacro(`
      xapi.Status.No.Such.Thing.on(() => 0);
      xapi.Event.No.Such.on(() => 0).registration.catch((error) => console.log('caught', error.code));
      console.log('on');`);
    expect(messagesOf(device)).toEqual([
      'on',
      expect.stringMatching(/^caught -\d+$/),
      expect.stringMatching(/^Unhandled promise rejection \{"code":/),
    ]);
  });

  test('a macro hears of its own changes after its present stretch of code', async () => {
    const device = await runMacro(`
      xapi.Status.Audio.Volume.on((value) => console.log('heard', value));
      xapi.Command.Audio.Volume.Set({ Level: 12 });
      console.log('asked');`);
    expect(messagesOf(device)).toEqual(['asked', 'heard 12']);
  });

  test('macros that set each other off without end do not stop the device', async () => {
    const device = await runMacro(`let n = 0;
      xapi.Event.Message.Send.on(({ Text }) => { if (++n < 5000) xapi.Command.Message.Send({ Text }); else console.log(n); });
      xapi.Command.Message.Send({ Text: 'go' });`);
    expect(messagesOf(device)).toEqual(['5000']);
  });
});

test('whatever an event says reaches the macro unchanged', async () => {
  const device = await runMacro(`
    xapi.Event.UserInterface.Assistant.Notification.on(({ Name, Payload }) => {
      xapi.Command.Message.Send({ Text: JSON.stringify([Name, Payload]) });
    });`);
  const text = fc.string({
    unit: fc.oneof(fc.constantFrom('\0', '"', '\\', '\n', '\u2028', '😀', 'ß'), fc.string()),
  });
  await fc.assert(
    fc.asyncProperty(text, fc.json(), async (Name, Payload) => {
      const before = device.journal.last;
      device.raise(['UserInterface', 'Assistant', 'Notification'], { Name, Payload });
      await device.settled();
      const sent = device.journal
        .after(before)
        .find(({ path, kind }) => path === 'Message Send' && kind === 'command');
      expect(sent?.params).toEqual({ Text: JSON.stringify([Name, Payload]) });
    }),
  );
});
