import { expect, test } from 'vitest';
import { loadCatalogue } from '#xapi';
import { commission } from './commission.ts';
import { createDeviceCore } from './create-device-core.ts';
import { UnknownProductError } from './product.ts';
import { ADMIN, NOON, testDevice } from './test-device.ts';

test('every product and release that the catalogue describes makes a device', () => {
  const { productNames, releases } = loadCatalogue();
  const isMade = (product: string, release: string) => {
    try {
      const device = createDeviceCore({ name: 'each', product, release });
      commission(device);
      device.close();
      return true;
    } catch (error) {
      if (error instanceof UnknownProductError) return false;
      throw new Error(`${product} ${release}`, { cause: error });
    }
  };
  const made = Object.values(productNames).filter((product) => isMade(product, releases.at(-1) ?? ''));
  expect(made).toEqual(
    expect.arrayContaining(['Board Pro 55', 'Desk Pro', 'Room Bar', 'Codec Pro', 'Navigator']),
  );
  for (const release of releases) expect(isMade('Board Pro 55', release), release).toBe(true);
});

test('a device is as from the box until it is commissioned', () => {
  const device = createDeviceCore({ name: 'new' });
  const modes = ['Macros', 'WebEngine', 'HttpClient'];
  const read = () => modes.map((mode) => device.get(ADMIN, ['Configuration', mode, 'Mode']));
  expect(read()).toEqual(['Off', 'Off', 'Off']);
  commission(device);
  expect(read()).toEqual(['On', 'On', 'On']);
  device.close();
});

test('a device says who and what it is, and the same after it was made again', () => {
  const { get } = testDevice({ name: 'library', product: 'desk pro', release: '26' });
  expect(get('Status SystemUnit ProductPlatform')).toBe('Desk Pro');
  expect(get('Status SystemUnit Software Version')).toBe('RoomOS 26.4.1');
  expect(get('Status UserInterface ContactInfo Name')).toBe('library');
  const id = get('Status Webex DeveloperId');
  expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
  expect(testDevice({ name: 'library' }).get('Status Webex DeveloperId')).toBe(id);
  expect(testDevice({ name: 'other' }).get('Status Webex DeveloperId')).not.toBe(id);
});

test('the time and the time since the start are those of the device’s clock', async () => {
  const { device, get, command } = testDevice();
  await device.clock.advance(0);
  const start = device.clock.now();
  await device.clock.advance(90_000);
  expect(get('Status Time SystemTime')).toBe(new Date(start + 90_000).toISOString());
  expect(get('Status SystemUnit Uptime')).toBe(90);
  expect(await command('Time DateTime Get')).toMatchObject({
    Year: 2026,
    Month: 11,
    Day: 20,
    Hour: 12,
    Minute: 1,
  });
  expect(start - NOON).toBeLessThan(60_000);
});

test('a restart follows the command, is announced, and empties the screen', async () => {
  const { device, command, follow } = testDevice();
  const events = follow('Event BootEvent');
  let restarts = 0;
  device.onRestart(() => {
    restarts += 1;
  });
  await command('UserInterface WebView Display', { Url: 'http://127.0.0.1/' });
  await command('UserInterface Message Alert Display', { Text: 'hello' });
  await command('Standby Activate');
  await command('SystemUnit Boot');
  expect(events).toEqual([{ Event: { BootEvent: { Action: 'Restart' } } }]);
  expect(restarts).toBe(0);
  await device.clock.advance(1000);
  expect(restarts).toBe(1);
  expect(device.screen.current).toMatchObject({ webView: null, alert: null, standby: 'Off' });
  expect(device.peek(['Configuration', 'WebEngine', 'Mode'])).toBe('On');
});

test('a closed device tells nobody anything, and says that it closes', async () => {
  const { device, follow, command } = testDevice();
  const updates = follow('Status Audio Volume');
  let closed = 0;
  device.onClose(() => {
    closed += 1;
  });
  device.close();
  await command('Audio Volume Set', { Level: 1 });
  expect(closed).toBe(1);
  expect(updates).toEqual([]);
});
