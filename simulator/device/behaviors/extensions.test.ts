import { describe, expect, test } from 'vitest';
import { testDevice } from '../test-device.ts';

const widget = (id: string, type: string, inside = '') =>
  `<Widget><WidgetId>${id}</WidgetId><Name>${id} &amp; co</Name><Type>${type}</Type><Options>size=2</Options>${inside}</Widget>`;

const panel = (widgets: string) => `<?xml version="1.0"?>
<Extensions>
  <Version>1.11</Version>
  <Panel>
    <Order>1</Order>
    <Location>HomeScreen</Location>
    <Icon>Lightbulb</Icon>
    <Color>#00ff00</Color>
    <Name>Room</Name>
    <ActivityType>Custom</ActivityType>
    <Page><Name>Controls</Name><PageId>main</PageId><Row><Name>Lights</Name>${widgets}</Row></Page>
  </Panel>
</Extensions>`;

const CHOICES =
  '<ValueSpace><Value><Key>1</Key><Name>One</Name></Value><Value><Key>2</Key><Name>Two</Name></Value></ValueSpace>';
const ROOM = panel(widget('lights', 'ToggleButton') + widget('choice', 'GroupButton', CHOICES));

async function withPanel(xml = ROOM) {
  const made = testDevice();
  await made.command('UserInterface Extensions Panel Save', { PanelId: 'room' }, xml);
  return made;
}

describe('saving a panel', () => {
  test('puts it on the screen as its XML says, and its widgets into the statuses', async () => {
    const { device, get, journal } = await withPanel();
    expect(device.screen.current.panels).toEqual([
      {
        id: 'room',
        name: 'Room',
        icon: 'Lightbulb',
        color: '#00ff00',
        location: 'HomeScreen',
        visible: true,
        pages: [
          {
            id: 'main',
            name: 'Controls',
            rows: [
              {
                name: 'Lights',
                widgets: [
                  {
                    id: 'lights',
                    type: 'ToggleButton',
                    name: 'lights & co',
                    options: 'size=2',
                    value: '',
                    choices: [],
                  },
                  {
                    id: 'choice',
                    type: 'GroupButton',
                    name: 'choice & co',
                    options: 'size=2',
                    value: '',
                    choices: [
                      { key: '1', name: 'One' },
                      { key: '2', name: 'Two' },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    ]);
    expect(get('Status UserInterface Extensions Widget')).toEqual([
      { id: 1, WidgetId: 'lights', Value: '' },
      { id: 2, WidgetId: 'choice', Value: '' },
    ]);
    expect(journal('event')).toMatchObject([{ path: 'UserInterface Extensions Widget LayoutUpdated' }]);
  });

  test('anew keeps the values of widgets that are still there, and drops the others', async () => {
    const { device, command, get } = await withPanel();
    await command('UserInterface Extensions Widget SetValue', { WidgetId: 'lights', Value: 'on' });
    const xml = panel(widget('lights', 'ToggleButton') + widget('blinds', 'Slider'));
    await command('UserInterface Extensions Panel Save', { PanelId: 'room' }, xml);
    expect(get('Status UserInterface Extensions Widget')).toEqual([
      { id: 1, WidgetId: 'lights', Value: 'on' },
      { id: 3, WidgetId: 'blinds', Value: '' },
    ]);
    expect(device.screen.current.panels).toHaveLength(1);
    expect(device.screen.current.panels[0]?.pages[0]?.rows[0]?.widgets[0]?.value).toBe('on');
  });

  test('knows the older way to say where it stands', async () => {
    const { device } = await withPanel(
      '<Extensions><Panel><Type>Never</Type><Name>Old</Name></Panel></Extensions>',
    );
    expect(device.screen.current.panels).toMatchObject([{ location: 'Hidden', pages: [] }]);
  });

  test.each([
    ['', 'no XML'],
    ['<Extensions><Panel>', 'unclosed'],
    ['<Extensions><Panel></Extensions>', 'crossed'],
    ['<Extensions></Extensions>', 'no panel'],
    ['<Panel/>', 'another root'],
    ['<Extensions><Panel/><Panel/></Extensions>', 'two panels'],
    ['<Extensions><Panel>&nope;</Panel></Extensions>', 'unknown entity'],
    [panel('<Widget><Type>Slider</Type></Widget>'), 'a widget without id'],
    ['not xml at all', 'text'],
  ])('from %j (%s) is refused, and nothing changes', async (xml) => {
    const { device, command } = await withPanel();
    const before = device.screen.current;
    const save = command('UserInterface Extensions Panel Save', { PanelId: 'room' }, xml);
    await expect(save).rejects.toThrow(/^Invalid XML in the panel: /);
    expect(device.screen.current).toBe(before);
  });
});

describe('a saved panel', () => {
  test('is listed as macros look for it', async () => {
    const { command } = await withPanel();
    const { Extensions } = await command('UserInterface Extensions List', { ActivityType: 'Custom' });
    expect(Extensions).toMatchObject({
      Version: '1.11',
      Panel: [{ PanelId: 'room', Name: 'Room', Location: 'HomeScreen', Page: [{ PageId: 'main' }] }],
    });
    expect(await command('UserInterface Extensions List', { ActivityType: 'WebApp' })).toEqual({
      status: 'OK',
      Extensions: { Version: '1.11' },
    });
  });

  test('is renamed, hidden and shown by update', async () => {
    const { device, command } = await withPanel();
    const update = (params: object) =>
      command('UserInterface Extensions Panel Update', { PanelId: 'room', ...params });
    await update({ Visibility: 'Hidden', Name: 'Other' });
    expect(device.screen.current.panels).toMatchObject([
      { name: 'Other', visible: false, icon: 'Lightbulb' },
    ]);
    await update({ Visibility: 'Auto', Location: 'ControlPanel' });
    expect(device.screen.current.panels).toMatchObject([
      { name: 'Other', visible: true, location: 'ControlPanel' },
    ]);
  });

  test('is removed with its widgets, and cannot be a second time', async () => {
    const { device, command, get } = await withPanel();
    await command('UserInterface Extensions Panel Remove', { PanelId: 'room' });
    expect(device.screen.current.panels).toEqual([]);
    expect(get('Status UserInterface Extensions Widget')).toEqual([]);
    const again = command('UserInterface Extensions Panel Remove', { PanelId: 'room' });
    await expect(again).rejects.toThrow('No such panel: room');
  });

  test('goes with all others by Clear, but not when only web apps are cleared', async () => {
    const { device, command } = await withPanel();
    await command('UserInterface Extensions Clear', { ActivityType: 'WebApp' });
    expect(device.screen.current.panels).toHaveLength(1);
    await command('UserInterface Extensions Clear');
    expect(device.screen.current.panels).toEqual([]);
  });

  test('tells of a click on its button', async () => {
    const { command, follow } = await withPanel();
    const clicks = follow('Event UserInterface Extensions Panel Clicked');
    await command('UserInterface Extensions Panel Clicked', { PanelId: 'room', Origin: 'Controller' });
    const Clicked = { PanelId: 'room', Origin: 'Controller' };
    expect(clicks).toEqual([{ Event: { UserInterface: { Extensions: { Panel: { Clicked } } } } }]);
  });

  test('is opened on its first page and closed, with the events of the page', async () => {
    const { device, command, follow } = await withPanel();
    const pages = follow('Event UserInterface Extensions Event');
    await command('UserInterface Extensions Panel Open', { PanelId: 'room' });
    expect(device.screen.current.openPanel).toEqual({ panelId: 'room', pageId: 'main' });
    await command('UserInterface Extensions Panel Close');
    expect(device.screen.current.openPanel).toBeNull();
    const told = (name: string) => ({
      Event: { UserInterface: { Extensions: { Event: { [name]: { PageId: 'main' } } } } },
    });
    expect(pages).toEqual([told('PageOpened'), told('PageClosed')]);
  });

  test('is not opened on a page that it does not have, and closes when it is removed', async () => {
    const { device, command } = await withPanel();
    const open = (PageId: string) =>
      command('UserInterface Extensions Panel Open', { PanelId: 'room', PageId });
    await expect(open('attic')).rejects.toThrow('No such page: attic');
    await open('main');
    await command('UserInterface Extensions Panel Remove', { PanelId: 'room' });
    expect(device.screen.current.openPanel).toBeNull();
  });
});

describe('a widget', () => {
  test('takes values, tells when they change, and shows them', async () => {
    const { device, command, follow } = await withPanel();
    const updates = follow('Status UserInterface Extensions Widget');
    for (const Value of ['on', 'on', 'off']) {
      await command('UserInterface Extensions Widget SetValue', { WidgetId: 'lights', Value });
    }
    await command('UserInterface Extensions Widget UnsetValue', { WidgetId: 'lights' });
    const told = (Value: string) => ({
      Status: { UserInterface: { Extensions: { Widget: [{ id: 1, Value }] } } },
    });
    expect(updates).toEqual([told('on'), told('off'), told('')]);
    expect(device.screen.current.panels[0]?.pages[0]?.rows[0]?.widgets[0]?.value).toBe('');
  });

  test('whose value is set from outside shows it', async () => {
    const { device } = await withPanel();
    device.setStatus(['UserInterface', 'Extensions', 'Widget', 1, 'Value'], 'on');
    expect(device.screen.current.panels[0]?.pages[0]?.rows[0]?.widgets[0]?.value).toBe('on');
  });

  test('that no panel has is refused', async () => {
    const { command } = await withPanel();
    const set = command('UserInterface Extensions Widget SetValue', { WidgetId: 'attic', Value: 'on' });
    await expect(set).rejects.toThrow('No such widget: attic');
    const act = command('UserInterface Extensions Widget Action', { WidgetId: 'attic', Type: 'pressed' });
    await expect(act).rejects.toThrow('No such widget: attic');
  });

  test.each([
    ['pressed', 'Pressed', '', 'lights'],
    ['Released', 'Released', '', 'lights'],
    ['clicked', 'Clicked', 'increment', 'lights:increment'],
    ['changed', 'Changed', '128', 'lights:128'],
  ])('that is %s tells so in both ways, and keeps its value', async (Type, event, Value, Signal) => {
    const { command, follow, get } = await withPanel();
    const [actions, signals] = [
      follow('Event UserInterface Extensions Widget Action'),
      follow('Event UserInterface Extensions Event'),
    ];
    await command('UserInterface Extensions Widget Action', { WidgetId: 'lights', Type, Value });
    const Action = { WidgetId: 'lights', Type: Type.toLowerCase(), Value };
    expect(actions).toEqual([{ Event: { UserInterface: { Extensions: { Widget: { Action } } } } }]);
    expect(signals).toEqual([
      { Event: { UserInterface: { Extensions: { Event: { [event]: { Signal } } } } } },
    ]);
    expect(get('Status UserInterface Extensions Widget 1 Value')).toBe('');
  });

  test.each(['stroked', '', 'constructor'])('is not %j', async (Type) => {
    const { command } = await withPanel();
    const act = command('UserInterface Extensions Widget Action', { WidgetId: 'lights', Type });
    await expect(act).rejects.toThrow('Bad argument to parameter "Type"');
  });
});
