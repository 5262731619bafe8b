import { expect, onTestFinished, test } from 'vitest';
import { createDevice } from './create-device.ts';
import { commission } from './device/commission.ts';

/** The walk-through of the skills guide in our own words: whatever the skill says is shown as an alert. */
const ALERTING = `
  import xapi from 'xapi';
  xapi.Event.UserInterface.Assistant.Notification.on(({ Name, Payload }) => {
    xapi.Command.UserInterface.Message.Alert.Display({ Title: Name, Text: JSON.parse(Payload).text, Duration: 5 });
  });`;

test('an assistant event becomes an alert, which goes after its time', async () => {
  const device = await createDevice({ name: 'room1' });
  onTestFinished(() => device.close());
  await device.clock.advance(0);
  await device.macros.load('alerting', ALERTING);
  device.raise(['UserInterface', 'Assistant', 'Notification'], {
    Name: 'Switch',
    Payload: JSON.stringify({ text: 'Ok, turning lights on.' }),
  });
  await device.settled();
  expect(device.screen.current.alert).toMatchObject({ title: 'Switch', text: 'Ok, turning lights on.' });
  await device.clock.advance(5000);
  expect(device.screen.current.alert).toBeNull();
});

test('the journal tells what a macro asked, in order and by name', async () => {
  const device = await createDevice({ name: 'room1' });
  onTestFinished(() => device.close());
  await device.macros.load(
    'quiet',
    `import xapi from 'xapi';
     const volume = await xapi.Status.Audio.Volume.get();
     await xapi.Command.Audio.Volume.Set({ Level: volume / 2 });
     await xapi.Config.Audio.DefaultVolume.set(volume / 2);`,
  );
  const asked = device.journal.after(0).filter(({ origin }) => origin === 'macro:quiet');
  expect(asked.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
    'log quiet',
    'get Status Audio Volume',
    'command Audio Volume Set',
    'set Configuration Audio DefaultVolume',
  ]);
  expect(device.peek(['Status', 'Audio', 'Volume'])).toBe(35);
});

test('devices know nothing of each other', async () => {
  const [one, two] = await Promise.all([createDevice({ name: 'one' }), createDevice({ name: 'two' })]);
  onTestFinished(() => {
    one.close();
    two.close();
  });
  await one.macros.load('m', `import xapi from 'xapi'; xapi.Command.Audio.Volume.Set({ Level: 11 });`);
  commission(two);
  await two.settled();
  expect(two.peek(['Status', 'Audio', 'Volume'])).toBe(70);
  expect(two.macros.store.list()).toEqual([]);
});

test('a behavior that was asked for goes before the built-in one', async () => {
  const device = await createDevice({
    name: 'room1',
    behaviors: { 'Macros Runtime Status': () => ({ Crashes: 7 }) },
  });
  onTestFinished(() => device.close());
  const answer = await device.command({ origin: 'control', roles: ['Admin'] }, [
    'Macros',
    'Runtime',
    'Status',
  ]);
  expect(answer).toEqual({ status: 'OK', Crashes: 7 });
});
