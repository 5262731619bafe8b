import { describe, expect, test } from 'vitest';
import { testDevice } from '../test-device.ts';
import type { Update } from '../types.ts';

/** The events below `UserInterface Message`, as `Alert Display`, with their values. */
const named = (updates: readonly Update[]) =>
  updates.map((update) => {
    const { Message } = (update as { Event: { UserInterface: { Message: Record<string, object> } } }).Event
      .UserInterface;
    const [[kind, below] = []] = Object.entries(Message);
    const [[what, value] = []] = Object.entries(below ?? {});
    return [`${kind} ${what}`, value];
  });

describe('an alert', () => {
  test('is shown, told, and goes after its time on the device’s clock', async () => {
    const { device, command, follow } = testDevice();
    const events = follow('Event UserInterface Message');
    await command('UserInterface Message Alert Display', { Title: 'Switch', Text: 'on', Duration: 10 });
    expect(device.screen.current.alert).toEqual({ title: 'Switch', text: 'on' });
    await device.clock.advance(9_000);
    expect(device.screen.current.alert).not.toBeNull();
    await device.clock.advance(2_000);
    expect(device.screen.current.alert).toBeNull();
    expect(named(events)).toMatchObject([
      ['Alert Display', { Title: 'Switch', Text: 'on', Duration: 10, Target: 'Auto' }],
      ['Alert Cleared', {}],
    ]);
  });

  test('without a duration stays until it is cleared', async () => {
    const { device, command } = testDevice();
    await command('UserInterface Message Alert Display', { Text: 'stay' });
    await device.clock.advance(86_400_000);
    expect(device.screen.current.alert).toEqual({ title: '', text: 'stay' });
    await command('UserInterface Message Alert Clear');
    expect(device.screen.current.alert).toBeNull();
  });

  test('that follows another has its own time', async () => {
    const { device, command } = testDevice();
    await command('UserInterface Message Alert Display', { Text: 'first', Duration: 5 });
    await device.clock.advance(3_000);
    await command('UserInterface Message Alert Display', { Text: 'second', Duration: 5 });
    await device.clock.advance(3_000);
    expect(device.screen.current.alert?.text).toBe('second');
  });
});

test('a line of text is shown and cleared', async () => {
  const { device, command } = testDevice();
  await command('UserInterface Message TextLine Display', { Text: 'hello' });
  expect(device.screen.current.textLine).toEqual({ text: 'hello' });
  await command('UserInterface Message TextLine Clear');
  expect(device.screen.current.textLine).toBeNull();
});

describe('a prompt', () => {
  const prompt = {
    Title: 'Lunch',
    Text: 'Which?',
    FeedbackId: 'lunch',
    'Option.1': 'Soup',
    'Option.2': 'Salad',
  };

  test('offers its options, and tells which was chosen', async () => {
    const { device, command, follow } = testDevice();
    const events = follow('Event UserInterface Message Prompt Response');
    await command('UserInterface Message Prompt Display', prompt);
    const shown = { feedbackId: 'lunch', title: 'Lunch', text: 'Which?', options: ['Soup', 'Salad'] };
    expect(device.screen.current.prompt).toEqual(shown);
    await command('UserInterface Message Prompt Response', { FeedbackId: 'lunch', OptionId: 2 });
    expect(device.screen.current.prompt).toBeNull();
    expect(named(events)).toEqual([['Prompt Response', { FeedbackId: 'lunch', OptionId: 2 }]]);
  });

  test('is not answered by an option that it does not offer', async () => {
    const { device, command } = testDevice();
    await command('UserInterface Message Prompt Display', prompt);
    await expect(command('UserInterface Message Prompt Response', { OptionId: 3 })).rejects.toThrow(
      'no option 3',
    );
    expect(device.screen.current.prompt).not.toBeNull();
  });

  test('whose time is over, or that another takes the place of, is told as cleared', async () => {
    const { device, command, follow } = testDevice();
    const events = follow('Event UserInterface Message Prompt Cleared');
    await command('UserInterface Message Prompt Display', prompt);
    await command('UserInterface Message Prompt Display', { ...prompt, FeedbackId: 'dinner', Duration: 5 });
    await device.clock.advance(6_000);
    expect(named(events)).toEqual([
      ['Prompt Cleared', { FeedbackId: 'lunch' }],
      ['Prompt Cleared', { FeedbackId: 'dinner' }],
    ]);
  });

  test('stays when another is cleared by its id', async () => {
    const { device, command } = testDevice();
    await command('UserInterface Message Prompt Display', prompt);
    await command('UserInterface Message Prompt Clear', { FeedbackId: 'other' });
    expect(device.screen.current.prompt).not.toBeNull();
    await command('UserInterface Message Prompt Clear', { FeedbackId: 'lunch' });
    expect(device.screen.current.prompt).toBeNull();
  });
});

test('a text input shows its question and tells the answer', async () => {
  const { device, command, follow } = testDevice();
  const events = follow('Event UserInterface Message TextInput');
  const params = { Text: 'Your name?', FeedbackId: 'name', Placeholder: 'Ada', InputType: 'SingleLine' };
  await command('UserInterface Message TextInput Display', params);
  expect(device.screen.current.textInput).toEqual({
    feedbackId: 'name',
    title: '',
    text: 'Your name?',
    placeholder: 'Ada',
    inputType: 'SingleLine',
  });
  await command('UserInterface Message TextInput Response', { FeedbackId: 'name', Text: 'Grace' });
  expect(device.screen.current.textInput).toBeNull();
  await command('UserInterface Message TextInput Clear', { FeedbackId: 'name' });
  expect(named(events)).toMatchObject([
    ['TextInput Display', { SubmitText: 'OK' }],
    ['TextInput Response', { Text: 'Grace' }],
    ['TextInput Clear', { FeedbackId: 'name' }],
  ]);
});

test('a rating tells how many stars it got', async () => {
  const { command, follow } = testDevice();
  const events = follow('Event UserInterface Message Rating Response');
  await command('UserInterface Message Rating Display', { Text: 'How was it?', FeedbackId: 'r' });
  await command('UserInterface Message Rating Response', { FeedbackId: 'r', Rating: 4 });
  expect(named(events)).toEqual([['Rating Response', { FeedbackId: 'r', Rating: 4 }]]);
});

test('Message Send reaches every listener', async () => {
  const { command, follow } = testDevice();
  const heard = [follow('Event Message Send'), follow('Event Message Send Text')];
  await command('Message Send', { Text: '{"do":"it"}' });
  const event = { Event: { Message: { Send: { Text: '{"do":"it"}' } } } };
  expect(heard).toEqual([[event], [event]]);
});
