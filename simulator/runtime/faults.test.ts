import { describe, expect, test } from 'vitest';
import { loadQuickJs } from './load-quickjs.ts';
import { commandsOf, logOf, messagesOf, runMacro, testDevice } from './testing/run-macro.ts';

const systemLines = (device: Awaited<ReturnType<typeof testDevice>>) =>
  device.macros.log
    .from(0)
    .filter(({ Macro }) => Macro === '[system]')
    .map(({ Message }) => Message);

describe('what nobody catches is logged, and the macro goes on', () => {
  test('a command that fails, not awaited', async () => {
    const device = await runMacro(`
      xapi.Command.Macros.Macro.Activate({ Name: 'nobody' });
      console.log('on');`);
    expect(logOf(device)).toEqual([
      'LOG macro: on',
      'ERROR macro: Unhandled promise rejection {"code":1,"message":"No such macro"}',
    ]);
  });

  test.each([
    ['an async function', `async function main() { await xapi.Command.Nothing(); } main();`],
    ['an async arrow', `const main = async () => xapi.Command.Nothing(); main();`],
    ['an async method', `class A { static async go() { await xapi.Command.Nothing(); } } A.go();`],
    ['an async method of an object', `const a = { async go() { await xapi.Command.Nothing(); } }; a.go();`],
    [
      'a chain of async functions',
      `const a = async () => { await xapi.Command.Nothing() }; (async () => { await a() })();`,
    ],
    ['a chain of then', `xapi.Command.Nothing().then(() => 1).then(() => 2);`],
    ['Promise.all', `Promise.all([xapi.Command.Nothing(), 1]);`],
    ['new Promise', `new Promise((_, reject) => reject({ code: -32601, message: 'Unknown command' }));`],
    ['Promise.reject', `Promise.reject({ code: -32601, message: 'Unknown command' });`],
    ['finally', `xapi.Command.Nothing().finally(() => 0);`],
    ['an async timer', `setTimeout(async () => { await xapi.Command.Nothing(); }, 0);`],
    ['a module that awaits', `await xapi.Command.Nothing();`],
  ])('a rejection in %s, once', async (_, source) => {
    const device = await runMacro(source);
    await device.clock.advance(1);
    expect(logOf(device)).toEqual([
      'ERROR macro: Unhandled promise rejection {"code":-32601,"message":"Unknown command"}',
    ]);
  });

  test.each([
    ['catch', `xapi.Command.Nothing().catch(() => 0);`],
    ['try', `(async () => { try { await xapi.Command.Nothing() } catch {} })();`],
    [
      'try around an async function',
      `const a = async () => xapi.Command.Nothing(); try { await a() } catch {}`,
    ],
    ['then with two functions', `xapi.Command.Nothing().then(() => 1, () => 2);`],
    [
      'a handler added in the same turn',
      `const p = Promise.reject(1); Promise.resolve().then(() => p.catch(() => 0));`,
    ],
    ['allSettled', `Promise.allSettled([xapi.Command.Nothing()]);`],
    [
      'an async function whose promise is returned and caught',
      `(async () => xapi.Command.Nothing())().catch(() => 0);`,
    ],
  ])('but nothing that %s handles', async (_, source) => {
    expect(logOf(await runMacro(source))).toEqual([]);
  });

  test('an Error that is rejected says where it was made', async () => {
    const device = await runMacro(
      `\nasync function open(door) {\n  throw new RangeError('no ' + door);\n}\nopen('door');`,
    );
    expect(logOf(device)).toEqual([
      'ERROR macro: Unhandled promise rejection RangeError: no door (macro:3:23)',
    ]);
  });

  test('an exception in a handler, which hears the next event all the same', async () => {
    const device = await runMacro(`
      xapi.Event.Message.Send.on(({ Text }) => { if (Text === 'bad') throw new Error('no'); console.log(Text); });`);
    for (const Text of ['bad', 'good']) device.raise(['Message', 'Send'], { Text });
    await device.settled();
    expect(logOf(device)).toEqual([
      expect.stringMatching(/^ERROR macro: Error: no \(macro:2:\d+\)$/),
      'LOG macro: good',
    ]);
  });

  test('an exception in a timer, which repeats all the same', async () => {
    const device = await runMacro(`let n = 0; setInterval(() => { n++; console.log(n); null.x; }, 1000);`);
    await device.clock.advance(2000);
    expect(messagesOf(device)).toEqual([
      '1',
      expect.stringMatching(/^TypeError: .*null \(macro:1:\d+\)$/),
      '2',
      expect.stringMatching(/^TypeError: .*null \(macro:1:\d+\)$/),
    ]);
  });

  test('too deep a recursion', async () => {
    const device = await runMacro(`const f = () => f() + 1;
      try { f() } catch (error) { console.log(error.message) }
      setTimeout(() => f(), 1); setTimeout(() => console.log('on'), 2);`);
    await device.clock.advance(2);
    expect(messagesOf(device)).toEqual([
      'stack overflow',
      expect.stringMatching(/^InternalError: stack overflow \(macro:1:\d+\)$/),
      'on',
    ]);
  });
});

describe('a macro that does not come up', () => {
  test('with a syntax error: logged with its place, and the others run', async () => {
    const device = await testDevice();
    device.macros.store.save('broken', `import xapi from 'xapi';\nconst a = ;\n`);
    device.macros.store.activate('broken');
    await device.macros.load('sound', `console.log('here');`);
    expect(logOf(device)).toEqual([
      expect.stringMatching(/^ERROR broken: SyntaxError: .+ \(broken:2:11\)$/),
      'LOG sound: here',
    ]);
  });

  test('with an import of what is not there: logged with its place', async () => {
    const device = await runMacro(`\n  import { a } from './nobody'; console.log('never');`, 'broken');
    expect(logOf(device)).toEqual([
      "ERROR broken: ReferenceError: There is no macro './nobody' to import (broken:2:21)",
    ]);
  });

  test('with an exception at its top level: what ran before it holds', async () => {
    const device = await runMacro(`
      xapi.Event.Message.Send.on(({ Text }) => console.log(Text));
      throw new Error('half way');`);
    device.raise(['Message', 'Send'], { Text: 'still listening' });
    await device.settled();
    expect(messagesOf(device)).toEqual(['Error: half way (macro:3:22)', 'still listening']);
  });

  test('is not announced as started', async () => {
    const device = await runMacro(`throw 1;`);
    const started = device.journal.after(0).filter(({ path }) => path === 'Macros Macro Started');
    expect(started).toEqual([]);
    expect(logOf(device)).toEqual(['ERROR macro: 1']);
  });
});

describe('a macro that cannot be let go on', () => {
  test('stops the runtime, which starts again', async () => {
    const device = await testDevice();
    device.setConfiguration(['Macros', 'UnresponsiveTimeout'], 1);
    await device.macros.load(
      'loop',
      `import xapi from 'xapi'; xapi.Event.Message.Send.on(() => { for (;;) {} }); console.log('up');`,
    );
    device.raise(['Message', 'Send'], { Text: '' });
    await device.settled();
    expect(device.macros.status()).toEqual({ ActiveMacros: 1, Crashes: 1, Running: 'True' });
    expect(systemLines(device).slice(2)).toEqual([
      'Macros are unresponsive for more than 1 s',
      'Runtime stopped!',
      'Using XAPI transport: WebSocket',
      'Starting macros...',
    ]);
    expect(messagesOf(device)).toEqual(['up', 'up']);
  });

  test.each([
    ['in jobs that follow each other', 'const again = () => Promise.resolve().then(again); again();'],
    ['in a loop that catches', 'for (;;) { try { for (;;) {} } catch {} }'],
  ])('%s', async (_, source) => {
    const device = await testDevice();
    device.setConfiguration(['Macros', 'UnresponsiveTimeout'], 1);
    await device.macros.load('loop', `setTimeout(() => { ${source} }, 1)`);
    await device.clock.advance(1);
    expect(device.macros.status()).toEqual({ ActiveMacros: 1, Crashes: 1, Running: 'True' });
  });

  test('after the third time in a row the runtime stays stopped', async () => {
    const device = await testDevice();
    device.setConfiguration(['Macros', 'UnresponsiveTimeout'], 1);
    await device.macros.load('loop', 'while (true) {}');
    expect(device.macros.status()).toEqual({ ActiveMacros: 1, Crashes: 3, Running: 'False' });
    expect(systemLines(device).at(-1)).toBe(
      'Macros crashed 3 times in a row and stay stopped until Macros Runtime Start or Restart',
    );
    device.macros.store.remove('loop');
    await device.macros.load('sound', `console.log('here');`);
    expect(messagesOf(device)).toEqual(['here']);
  });

  test('for it has used up the memory', async () => {
    const device = await runMacro(`
      const held = [];
      xapi.Event.Message.Send.on(() => { for (;;) held.push(new ArrayBuffer(1_000_000)); });
      console.log('up');`);
    device.raise(['Message', 'Send'], { Text: '' });
    await device.settled();
    expect(device.macros.status()).toEqual({ ActiveMacros: 1, Crashes: 1, Running: 'True' });
    expect(systemLines(device)).toContain('Macros have used up their memory');
    expect(messagesOf(device).at(-1)).toBe('up');
  });

  test('for it breaks the engine itself: other devices go on, and a new engine is used', async () => {
    const other = await runMacro(
      `xapi.Event.Message.Send.on(({ Text }) => xapi.Command.Message.Send({ Text: 'got ' + Text }));`,
    );
    const engine = await loadQuickJs();
    // More levels than V8's stack has room for inside WebAssembly.
    const device = await runMacro(`
      xapi.Event.Message.Send.on(() => eval('('.repeat(100_000)));
      console.log('up');`);
    device.raise(['Message', 'Send'], { Text: '' });
    await device.settled();
    expect(device.macros.status()).toMatchObject({ Crashes: 1, Running: 'True' });
    expect(messagesOf(device)).toEqual(['up', 'up']);
    expect(await loadQuickJs()).not.toBe(engine);
    other.raise(['Message', 'Send'], { Text: 'x' });
    await other.settled();
    expect(commandsOf(other)[0]).toBe('Message Send {"Text":"got x"}');
    other.close();
  });
});

test('devices come and go without a handle left behind', async () => {
  const engine = await loadQuickJs();
  for (let count = 0; count < 50; count += 1) {
    const device = await runMacro(`
      xapi.Status.Audio.Volume.on(async (value) => { await xapi.Command.Standby.Deactivate(); console.log(value); });
      setInterval(() => 0, 1000);
      xapi.Command.Nothing();
      const never = new Promise(() => 0); (async () => { await never })();`);
    device.setStatus(['Audio', 'Volume'], count);
    // Every other one ends in the middle of its work.
    if (count % 2 === 0) await device.settled();
    device.close();
  }
  // A handle left behind aborts QuickJS, and then a new one would be loaded.
  expect(await loadQuickJs()).toBe(engine);
});
