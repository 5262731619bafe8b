import { expect, test } from 'vitest';
import { testDevice } from '../test-device.ts';

test('the volume is set, changed by steps, and stays within its limits with an event', async () => {
  const { command, get, follow } = testDevice();
  const limits = follow('Event Audio Volume AlreadyAtLimit');
  const level = async (path: string, params = {}) => {
    await command(`Audio Volume ${path}`, params);
    return get('Status Audio Volume');
  };
  expect(await level('Set', { Level: 50 })).toBe(50);
  expect(await level('Increase')).toBe(55);
  expect(await level('Decrease', { Steps: 10 })).toBe(45);
  expect(await level('Set', { Level: 98 })).toBe(98);
  expect(limits).toEqual([]);
  expect(await level('Increase')).toBe(100);
  expect(limits).toEqual([{ Event: { Audio: { Volume: { AlreadyAtLimit: {} } } } }]);
});

test('the default volume is the configuration’s', async () => {
  const { device, command, get } = testDevice();
  device.setConfiguration(['Audio', 'DefaultVolume'], 33);
  await command('Audio Volume SetToDefault');
  expect(get('Status Audio Volume')).toBe(33);
});

test('another output has a volume of its own', async () => {
  const { command, get } = testDevice();
  await command('Audio Volume Set', { Level: 12, Device: 'HeadsetUSB' });
  expect(get('Status Audio VolumeHeadsetUsb')).toBe(12);
  expect(get('Status Audio Volume')).toBe(70);
  await command('Audio Volume Set', { Level: 13, Device: 'Internal' });
  expect(get('Status Audio Volume')).toBe(13);
});

test.each([
  ['Audio Volume', 'Status Audio VolumeMute'],
  ['Audio Microphones', 'Status Audio Microphones Mute'],
])('%s is muted, unmuted and toggled', async (area, status) => {
  const { command, follow } = testDevice();
  const updates = follow(status);
  for (const what of ['Mute', 'Mute', 'Unmute', 'ToggleMute', 'ToggleMute']) await command(`${area} ${what}`);
  expect(updates.map((update) => JSON.stringify(update).match(/On|Off/)?.[0])).toEqual([
    'On',
    'Off',
    'On',
    'Off',
  ]);
});
