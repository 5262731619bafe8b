import { describe, expect, test } from 'vitest';
import { logOf, messagesOf, runMacro, testDevice } from './testing/run-macro.ts';

describe('console', () => {
  test('has five levels', async () => {
    const device = await runMacro(
      `console.log('a'); console.debug('b'); console.info('c'); console.warn('d'); console.error('e');`,
    );
    expect(logOf(device)).toEqual([
      'LOG macro: a',
      'DEBUG macro: b',
      'INFO macro: c',
      'WARN macro: d',
      'ERROR macro: e',
    ]);
  });

  test('joins its arguments by a space and writes objects as JSON', async () => {
    const device = await runMacro(`console.log('volume', 45, true, null, undefined, { a: [1, 'x'] }, [2]);`);
    expect(messagesOf(device)).toEqual(['volume 45 true null undefined {"a":[1,"x"]} [2]']);
  });

  test('writes what has no JSON', async () => {
    const device = await runMacro(
      `const loop = {}; loop.loop = loop; console.log(loop, 10n, new RangeError('far'), Symbol('s'));`,
    );
    expect(messagesOf(device)).toEqual(['[object Object] 10 RangeError: far Symbol(s)']);
  });
});

test('a macro knows its name in both ways', async () => {
  const device = await runMacro(`console.log(_main_macro_name(), module.name);`, 'Door bell');
  expect(messagesOf(device)).toEqual(['Door bell Door bell']);
});

test('atob and btoa are each other’s inverse and agree with Node’s', async () => {
  const device = await runMacro(`
    for (const text of ['', 'a', 'ab', 'abc', 'Grüße', '\\0\\xff']) console.log(btoa(text), atob(btoa(text)) === text);
    try { btoa('€') } catch (error) { console.log(error.message) }
    try { atob('a*b') } catch (error) { console.log(error.message) }`);
  const encoded = ['', 'a', 'ab', 'abc', 'Grüße', '\0\xff'].map((text) => `${btoa(text)} true`);
  expect(messagesOf(device)).toEqual([
    ...encoded,
    'btoa takes characters up to 255 only',
    'atob takes base64 only',
  ]);
});

test.each([
  'URL',
  'TextEncoder',
  'fetch',
  'crypto',
  'structuredClone',
  'Intl',
  'process',
  'require',
  '__xapi',
])('%s is not there, as on a device', async (name) => {
  const device = await runMacro(`console.log(typeof ${name});`);
  expect(messagesOf(device)).toEqual(['undefined']);
});

test('require gives xapi when Configuration Macros EvaluateTranspiled says so', async () => {
  const device = await testDevice();
  device.setConfiguration(['Macros', 'EvaluateTranspiled'], 'True');
  await device.macros.load(
    'old',
    `const xapi = require('xapi');
     xapi.status.get('Audio Volume').then((volume) => console.log(volume));
     try { require('fs') } catch (error) { console.log(error.message) }`,
  );
  expect(messagesOf(device)).toEqual(["Cannot find module 'fs'", '70']);
});

describe('the clock', () => {
  test('is what Date follows', async () => {
    const device = await testDevice({ startAt: Date.UTC(2026, 10, 20, 12) });
    await device.macros.load(
      'clock',
      `const show = () => console.log(new Date().toISOString(), Date.now() === +new Date(), typeof Date());
       show(); setTimeout(show, 90_000);
       console.log(new Date(0).getTime(), new Date(2026, 0, 2).getDate(), new Date() instanceof Date, Date.UTC(1970, 0));`,
    );
    await device.clock.advance(90_000);
    expect(messagesOf(device)).toEqual([
      expect.stringMatching(/^2026-11-20T12:00:00.\d{3}Z true string$/),
      '0 2 true 0',
      expect.stringMatching(/^2026-11-20T12:01:30.\d{3}Z true string$/),
    ]);
  });

  test('runs timers in order, with their arguments, and only when it moves', async () => {
    const device = await runMacro(`
      setTimeout((a, b) => console.log('late', a, b), 2000, 1, 2);
      setTimeout(() => console.log('early'), 1000);
      setTimeout(() => console.log('at once'));`);
    expect(messagesOf(device)).toEqual([]);
    await device.clock.advance(1000);
    expect(messagesOf(device)).toEqual(['at once', 'early']);
    await device.clock.advance(1000);
    expect(messagesOf(device)).toEqual(['at once', 'early', 'late 1 2']);
  });

  test('repeats intervals until they are cleared, from inside too', async () => {
    const device = await runMacro(`
      let n = 0;
      const timer = setInterval(() => { console.log(++n); if (n === 3) clearInterval(timer); }, 1000);
      const never = setTimeout(() => console.log('never'), 500);
      clearTimeout(never); clearTimeout(undefined); clearTimeout(12345);`);
    await device.clock.advance(10_000);
    expect(messagesOf(device)).toEqual(['1', '2', '3']);
  });

  test('does not stand still for a timer that sets itself again and again', async () => {
    const device = await runMacro(`let n = 0; (function again() { n++; setTimeout(again, 0); })();
      setTimeout(() => console.log(n), 10);`);
    await device.clock.advance(20);
    expect(messagesOf(device)).toEqual(['10']);
  });

  test('refuses a timer without a function', async () => {
    const device = await runMacro(
      `try { setTimeout('code', 1) } catch (error) { console.log(error.message) }`,
    );
    expect(messagesOf(device)).toEqual(['setTimeout takes a function']);
  });
});
