import { expect, test } from 'vitest';
import { testDevice } from '../test-device.ts';

test('a device goes to standby through its states, half wakes and wakes', async () => {
  const { device, command, follow } = testDevice();
  const states: unknown[] = follow('Status Standby State');
  await command('Standby Activate');
  await command('Standby Activate');
  expect(device.screen.current.standby).toBe('Standby');
  await command('Standby Halfwake');
  await command('Standby Deactivate');
  const told = ['EnteringStandby', 'Standby', 'Halfwake', 'Off'];
  expect(states).toEqual(told.map((State) => ({ Status: { Standby: { State } } })));
  expect(device.screen.current.standby).toBe('Off');
});

test('a standby that is set from outside shows on the screen', () => {
  const { device } = testDevice();
  device.setStatus(['Standby', 'State'], 'Halfwake');
  expect(device.screen.current.standby).toBe('Halfwake');
});

test('resetting the timer is told', async () => {
  const { command, follow } = testDevice();
  const resets = follow('Event Standby Reset');
  await command('Standby ResetTimer', { Delay: 10 });
  expect(resets).toHaveLength(1);
});
