import { describe, expect, test } from 'vitest';
import { commandsOf, logOf, messagesOf, runMacro, testDevice } from './testing/run-macro.ts';

describe('when macros run', () => {
  test('not on a device fresh from the box', async () => {
    const device = await testDevice();
    expect(device.macros.status()).toEqual({ ActiveMacros: 0, Crashes: 0, Running: 'False' });
  });

  test('from Mode On to Mode Off', async () => {
    const device = await runMacro(
      `setInterval(() => console.log('tick'), 1000); xapi.Status.Audio.Volume.on(console.log);`,
    );
    await device.clock.advance(1000);
    device.setConfiguration(['Macros', 'Mode'], 'Off');
    await device.clock.advance(5000);
    device.setStatus(['Audio', 'Volume'], 3);
    await device.settled();
    expect(messagesOf(device)).toEqual(['tick']);
    expect(device.macros.status().Running).toBe('False');
    device.setConfiguration(['Macros', 'Mode'], 'On');
    await device.clock.advance(1000);
    expect(messagesOf(device)).toEqual(['tick', 'tick']);
  });

  test('not by themselves when AutoStart is Off', async () => {
    const device = await testDevice();
    device.setConfiguration(['Macros', 'AutoStart'], 'Off');
    device.setConfiguration(['Macros', 'Mode'], 'On');
    await device.settled();
    expect(device.macros.status().Running).toBe('False');
    await device.command({ origin: 'client:1', roles: ['Admin'] }, ['Macros', 'Runtime', 'Start']);
    await device.settled();
    expect(device.macros.status().Running).toBe('True');
  });

  test('again after the device restarts', async () => {
    const device = await runMacro(`console.log('up');`);
    device.restart();
    await device.settled();
    expect(messagesOf(device)).toEqual(['up', 'up']);
  });

  test('a macro that is changed, renamed or removed runs as it was until the runtime restarts', async () => {
    const device = await runMacro(`xapi.Event.Message.Send.on(() => console.log('old'));`);
    const tell = async () => {
      device.raise(['Message', 'Send'], { Text: '' });
      await device.settled();
    };
    device.macros.store.save('macro', `console.log('new');`);
    await tell();
    device.macros.store.removeAll();
    await tell();
    await device.macros.restart();
    await tell();
    expect(messagesOf(device)).toEqual(['old', 'old']);
  });

  test('a macro may restart and stop the runtime that it runs in', async () => {
    const device = await runMacro(`
      console.log('up');
      xapi.Event.Message.Send.on(async ({ Text }) => {
        await xapi.command(Text);
        console.log('this is not reached after a stop');
      });`);
    for (const Text of ['Macros Runtime Restart', 'Macros Runtime Stop']) {
      device.raise(['Message', 'Send'], { Text });
      await device.settled();
    }
    expect(messagesOf(device).filter((message) => message === 'up')).toHaveLength(2);
    expect(device.macros.status().Running).toBe('False');
  });

  test('closing in the middle of a macro’s own command is safe', async () => {
    const device = await testDevice({
      behaviors: {
        'Standby Activate': (call) => {
          call.device.close();
          return undefined;
        },
      },
    });
    await device.macros.load(
      'm',
      `import xapi from 'xapi'; xapi.Command.Standby.Activate(); console.log('last words');`,
    );
    expect(messagesOf(device)).toEqual(['last words']);
  });
});

describe('macros side by side', () => {
  test('each has its own globals, name and xapi', async () => {
    const device = await testDevice();
    const source = `import xapi from 'xapi';
      console.log(typeof globalThis.mine, xapi.mine === undefined);
      globalThis.mine = 1; xapi.mine = 2; Promise.prototype.spoiled = true;
      xapi.Event.Message.Send.on(() => console.log(_main_macro_name()));`;
    device.macros.store.save('a', source);
    device.macros.store.activate('a');
    await device.macros.load('b', source);
    device.raise(['Message', 'Send'], { Text: '' });
    await device.settled();
    expect(logOf(device)).toEqual(['LOG a: undefined true', 'LOG b: undefined true', 'LOG a: a', 'LOG b: b']);
  });

  test.each(['shared', './shared', './shared.js', 'shared.js'])(
    'one imports another as %s',
    async (specifier) => {
      const device = await testDevice();
      device.macros.store.save(
        'shared',
        `import xapi from 'xapi'; console.log('in', _main_macro_name());
       export const wake = () => xapi.Command.Standby.Deactivate(); export default 42;`,
      );
      await device.macros.load(
        'main',
        `import answer, { wake } from '${specifier}'; wake(); console.log(answer);`,
      );
      expect(logOf(device)).toEqual(['LOG main: in main', 'LOG main: 42']);
      expect(commandsOf(device)).toEqual(['Standby Deactivate']);
      expect(device.journal.after(0).find(({ path }) => path === 'Standby Deactivate')?.origin).toBe(
        'macro:main',
      );
    },
  );

  test('a sibling that is active runs for itself too', async () => {
    const device = await testDevice();
    device.macros.store.save(
      'shared',
      `let n = 0; export const next = () => ++n; console.log('here', next());`,
    );
    device.macros.store.activate('shared');
    await device.macros.load('main', `import { next } from 'shared'; console.log(next());`);
    expect(logOf(device)).toEqual(['LOG shared: here 1', 'LOG main: here 1', 'LOG main: 2']);
  });

  test('siblings may import each other in a circle, and fail by their own name', async () => {
    const device = await testDevice();
    device.macros.store.save('a', `import { b } from './b'; export const a = () => b();`);
    device.macros.store.save(
      'b',
      `import { a } from './a';\nexport const b = () => { throw new Error(typeof a) };`,
    );
    await device.macros.load('main', `import { a } from './a'; a();`);
    expect(logOf(device)).toEqual([expect.stringMatching(/^ERROR main: Error: function \(b:2:\d+\)$/)]);
  });

  test('a sibling’s syntax error names the sibling', async () => {
    const device = await testDevice();
    device.macros.store.save('broken', `\n\nlet = ;`);
    await device.macros.load('main', `import './broken';`);
    expect(logOf(device)).toEqual([expect.stringMatching(/^ERROR main: SyntaxError: .+ \(broken:3:\d+\)$/)]);
  });
});
