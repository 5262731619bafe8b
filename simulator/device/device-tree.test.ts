import { describe, expect, test } from 'vitest';
import { ADMIN, testDevice } from './test-device.ts';
import type { Caller, Update } from './types.ts';
import { XAPI_ERROR } from './xapi-error.ts';

const USER: Caller = { origin: 'client:2', roles: ['User'] };
const CALL = ['Call', 7];

describe('reading', () => {
  test('a value comes as a number or a text, whatever the case of the path', () => {
    const { get } = testDevice();
    expect(get('Status Audio Volume')).toBe(70);
    expect(get('status audio VOLUMEMUTE')).toBe('Off');
    expect(get('Config SystemUnit Name')).toBe('');
    expect(get('Configuration Macros UnresponsiveTimeout')).toBe(5);
  });

  test('a branch comes as a tree in the catalogue’s spelling', () => {
    const { get } = testDevice();
    expect(get('status ROOMANALYTICS peoplecount')).toEqual({ Capacity: -1, Current: 1 });
  });

  test('a list comes as an array of items with their ids; an empty one too', () => {
    const { device, get } = testDevice();
    expect(get('Status Call')).toEqual([]);
    device.setStatus(CALL, { Status: 'Connected', DisplayName: 'Ada' });
    device.setStatus(['Call'], { id: 3, Status: 'Ringing' });
    const ringing = { id: 3, Status: 'Ringing' };
    expect(get('Status Call')).toEqual([ringing, { id: 7, Status: 'Connected', DisplayName: 'Ada' }]);
    expect(get('Status Call[*]')).toHaveLength(2);
    expect(get('Status Call[3]')).toEqual(ringing);
    expect(get('Status Call 7 DisplayName')).toBe('Ada');
  });

  test('a configuration list has the items that the catalogue gives it', () => {
    const { get } = testDevice();
    const connectors = get('Configuration Video Input Connector');
    expect(connectors).toMatchObject([{ id: 1 }, { id: 2 }, { id: 3 }, { id: 4 }, { id: 5 }]);
  });

  test.each([
    'Status Nonsense',
    'Status Call Status',
    'Event Message Send',
    'Nonsense',
    '',
    'Status constructor',
  ])('of %j there is nothing', (path) => {
    const { get } = testDevice();
    expect(() => get(path)).toThrow(expect.objectContaining({ code: XAPI_ERROR.badParameter }));
  });

  test('a known path without a value says so instead of inventing one', () => {
    const { get } = testDevice();
    expect(() => get('Status Call[9]')).toThrow('No value: Status Call[9]');
  });

  test('what a role may not read it is not shown, neither alone nor in a tree', () => {
    const { device } = testDevice();
    const audit: Caller = { origin: 'client:3', roles: ['Audit'] };
    expect(() => device.get(audit, ['Status', 'Audio', 'Volume'])).toThrow(
      expect.objectContaining({ code: XAPI_ERROR.noPermission }),
    );
    expect(device.get({ origin: 'client:4', roles: ['RoomControl'] }, ['Status', 'Standby'])).toEqual({
      Level: 'None',
      State: 'Off',
    });
  });

  test('a query gives the rooted tree of what it matches', () => {
    const { device } = testDevice();
    device.setStatus(CALL, { Status: 'Connected', DisplayName: 'Ada' });
    expect(device.query(ADMIN, ['Status', '**', 'DisplayName'])).toEqual({
      Status: {
        Call: [{ id: 7, DisplayName: 'Ada' }],
        SystemUnit: { Software: { DisplayName: 'RoomOS 26.4.1 (simulated)' } },
      },
    });
    expect(() => device.query(ADMIN, ['Status', '**', 'Nonsense'])).toThrow('No match');
  });
});

describe('setting a configuration', () => {
  test('keeps the checked value', () => {
    const { device, get } = testDevice();
    device.set(ADMIN, ['Configuration', 'audio', 'defaultvolume'], '30');
    expect(get('Configuration Audio DefaultVolume')).toBe(30);
  });

  test.each([
    ['Audio DefaultVolume', 101, 'a whole number 0 to 100'],
    ['HttpClient Mode', 'Perhaps', 'allowed: Off, On'],
    ['SystemUnit Name', 'x'.repeat(51), 'a text of 0 to 50 bytes'],
    ['SystemUnit', 'x', 'Configuration SystemUnit is no single value'],
    ['Video Input Connector', 'x', 'items need an id'],
  ])('of %s to %j is refused with what is allowed', (path, value, message) => {
    const { device } = testDevice();
    const set = () => device.set(ADMIN, ['Configuration', ...path.split(' ')], value);
    expect(set).toThrow(message);
    expect(set).toThrow(expect.objectContaining({ code: XAPI_ERROR.badParameter }));
  });

  test('a tree is set whole or not at all', () => {
    const { device, get } = testDevice();
    const set = () => device.setConfiguration(['HttpClient'], { Mode: 'Off', AllowHTTP: 'Perhaps' });
    expect(set).toThrow('AllowHTTP');
    expect(get('Configuration HttpClient Mode')).toBe('On');
  });

  test('is for those whose role allows it, and a status is nobody’s', () => {
    const { device } = testDevice();
    expect(() => device.set(USER, ['Configuration', 'WebEngine', 'Mode'], 'Off')).toThrow(
      'Permission denied',
    );
    expect(() => device.set(ADMIN, ['Status', 'Audio', 'Volume'], 3)).toThrow('No match');
  });

  test('stands in the journal with who set it, a password hidden', () => {
    const { device, journal } = testDevice();
    device.set(ADMIN, ['Configuration', 'NetworkServices', 'HTTP', 'Proxy', 'Password'], 'hunter2');
    const entry = { origin: 'client:1', path: 'Configuration NetworkServices HTTP Proxy Password' };
    expect(journal('set')).toMatchObject([{ ...entry, params: { Value: '***' } }]);
    const tooLong = () =>
      device.set(ADMIN, ['Configuration', 'NetworkServices', 'HTTP', 'Proxy', 'Password'], 'x'.repeat(65));
    expect(tooLong).toThrow('Password: "***"');
  });
});

describe('a status that the device sets', () => {
  test.each([
    [['Nonsense'], 1],
    [['Audio', 'Volume'], 'loud'],
    [['Standby', 'State'], 'Dozing'],
    [['Call'], { Status: 'Connected' }],
    [['Call', 1], { Nonsense: 1 }],
    [['Audio'], null],
  ])('%j cannot be %j', (path, value) => {
    const { device } = testDevice();
    expect(() => device.setStatus(path, value)).toThrow(
      expect.objectContaining({ code: XAPI_ERROR.badParameter }),
    );
  });
});

describe('feedback', () => {
  test('tells what really changed, rooted, in order', () => {
    const { device, follow } = testDevice();
    const updates = follow('Status Audio');
    for (const level of [10, 10, 20]) device.setStatus(['Audio', 'Volume'], level);
    device.setStatus(['Standby', 'State'], 'Halfwake');
    expect(updates).toEqual([{ Status: { Audio: { Volume: 10 } } }, { Status: { Audio: { Volume: 20 } } }]);
  });

  test('of a value that was set to what its default was anyway is silent', () => {
    const { device, follow } = testDevice();
    const updates = follow('Configuration Audio');
    device.setConfiguration(['Audio', 'DefaultVolume'], 70);
    device.setConfiguration(['Audio', 'DefaultVolume'], 71);
    expect(updates).toEqual([{ Configuration: { Audio: { DefaultVolume: 71 } } }]);
  });

  test('of one setting of several values is one update', () => {
    const { device, follow } = testDevice();
    const updates = follow('Status Call');
    device.setStatus(CALL, { Status: 'Connected', DisplayName: 'Ada' });
    expect(updates).toEqual([{ Status: { Call: [{ id: 7, Status: 'Connected', DisplayName: 'Ada' }] } }]);
  });

  test('of a list item’s end is its ghost, once', () => {
    const { device, follow, get } = testDevice();
    device.setStatus(CALL, { Status: 'Connected' });
    const [whole, ghosts, status] = [
      follow('Status Call'),
      follow('Status Call * ghost'),
      follow('Status Call Status'),
    ];
    device.setStatus(CALL, { ghost: true });
    device.setStatus(['Call'], { id: 7, ghost: 'True' });
    const gone = [{ Status: { Call: [{ id: 7, ghost: 'True' }] } }];
    expect(whole).toEqual(gone);
    expect(ghosts).toEqual(gone);
    expect(status).toEqual([]);
    expect(get('Status Call')).toEqual([]);
  });

  test('gives the present value first when asked to, but not before the subscriber can know it', async () => {
    const { device } = testDevice();
    const updates: Update[] = [];
    const off = device.subscribe(ADMIN, ['Status', 'Audio', 'Volume'], (update) => updates.push(update), {
      notifyCurrentValue: true,
    });
    expect(updates).toEqual([]);
    await device.settled();
    device.setStatus(['Audio', 'Volume'], 1);
    off();
    device.setStatus(['Audio', 'Volume'], 2);
    expect(updates).toEqual([{ Status: { Audio: { Volume: 70 } } }, { Status: { Audio: { Volume: 1 } } }]);
  });

  test('has no present value for a list that is empty', async () => {
    const { device } = testDevice();
    const updates: Update[] = [];
    device.subscribe(ADMIN, ['Status', 'Call'], (update) => updates.push(update), {
      notifyCurrentValue: true,
    });
    await device.settled();
    expect(updates).toEqual([]);
  });

  test('comes in the same order to all, even when a listener changes things itself', () => {
    const { device } = testDevice();
    const heard: unknown[] = [];
    const volume = ['Status', 'Audio', 'Volume'];
    device.subscribe(ADMIN, volume, (update) => {
      if (JSON.stringify(update).includes('11')) device.setStatus(['Audio', 'Volume'], 12);
    });
    device.subscribe(ADMIN, volume, (update) => heard.push(update));
    device.setStatus(['Audio', 'Volume'], 11);
    expect(heard).toEqual([{ Status: { Audio: { Volume: 11 } } }, { Status: { Audio: { Volume: 12 } } }]);
  });

  test('goes on for others when one listener fails, and the journal says so', () => {
    const { device, follow, journal } = testDevice();
    device.subscribe(ADMIN, ['Status', 'Audio'], () => {
      throw new Error('broken listener');
    });
    const updates = follow('Status Audio');
    device.setStatus(['Audio', 'Volume'], 1);
    expect(updates).toHaveLength(1);
    expect(journal('log')).toMatchObject([{ params: { Message: 'a listener failed: broken listener' } }]);
  });

  test.each([
    'Status Nonsense',
    'Event Nonsense',
    'Nonsense',
    'Status Audio Volume Below',
    'Event Message Send Nonsense',
  ])('of %j is refused', (query) => {
    const { follow } = testDevice();
    expect(() => follow(query)).toThrow('No match on address expression');
  });

  test('of a query longer than any path is refused without a search', () => {
    const { device } = testDevice();
    const query = ['Status', ...Array.from({ length: 1000 }, () => '**')];
    expect(() => device.subscribe(ADMIN, query, () => undefined)).toThrow('No match');
  });

  test('of what its role may not read a caller does not get', () => {
    const { device } = testDevice();
    const audit: Caller = { origin: 'client:3', roles: ['Audit'] };
    expect(() => device.subscribe(audit, ['Status', 'Audio'], () => undefined)).toThrow('Permission denied');
  });
});

describe('an event', () => {
  const NOTIFICATION = ['UserInterface', 'Assistant', 'Notification'];

  test('reaches whoever follows it, what is above it, or one of its fields', () => {
    const { device, follow } = testDevice();
    const [whole, above, field, other] = [
      follow('Event UserInterface Assistant Notification'),
      follow('Event UserInterface'),
      follow('event userinterface assistant notification name'),
      follow('Event UserInterface Extensions'),
    ];
    device.raise(NOTIFICATION, { Name: 'Switch', Payload: '{"text":"on"}' });
    const event = {
      Event: { UserInterface: { Assistant: { Notification: { Name: 'Switch', Payload: '{"text":"on"}' } } } },
    };
    expect(whole).toEqual([event]);
    expect(above).toEqual([event]);
    expect(field).toEqual([
      { Event: { UserInterface: { Assistant: { Notification: { Name: 'Switch' } } } } },
    ]);
    expect(other).toEqual([]);
  });

  test('comes as often as it is raised, the same or not, and has the types of its fields', () => {
    const { device, follow, journal } = testDevice();
    const updates = follow('Event UserInterface Message Prompt Response');
    for (let time = 0; time < 2; time += 1) {
      device.raise(['Event', 'UserInterface', 'Message', 'Prompt', 'Response'], {
        FeedbackId: 5,
        OptionId: '2',
        Origin: null,
      });
    }
    const event = { FeedbackId: '5', OptionId: 2 };
    expect(updates).toHaveLength(2);
    expect(updates[0]).toEqual({ Event: { UserInterface: { Message: { Prompt: { Response: event } } } } });
    expect(journal('event')[0]).toMatchObject({
      path: 'UserInterface Message Prompt Response',
      params: event,
    });
  });

  test('that the device does not have is refused', () => {
    const { device } = testDevice();
    expect(() => device.raise(['Nonsense'], {})).toThrow('No such event: Nonsense');
  });
});
