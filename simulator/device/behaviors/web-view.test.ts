import { describe, expect, test } from 'vitest';
import { testDevice } from '../test-device.ts';
import { XAPI_ERROR } from '../xapi-error.ts';

const URL = 'http://127.0.0.1:3000/views/dashboard';

describe('a web view', () => {
  test('needs the web engine', async () => {
    const { device, command } = testDevice();
    device.setConfiguration(['WebEngine', 'Mode'], 'Off');
    await expect(command('UserInterface WebView Display', { Url: URL })).rejects.toMatchObject({
      code: XAPI_ERROR.commandFailed,
      message: 'WebEngine is disabled',
    });
    expect(device.screen.current.webView).toBeNull();
  });

  test('stands on the screen, in the statuses and in an event, and goes as a ghost', async () => {
    const { device, command, get, follow } = testDevice();
    const [statuses, events] = [
      follow('Status UserInterface WebView'),
      follow('Event UserInterface WebView'),
    ];
    await command('UserInterface WebView Display', { Url: URL, Title: 'Room', Mode: 'Modal' });
    const view = { id: 1, url: URL, title: 'Room', mode: 'Modal', status: 'Visible' };
    expect(device.screen.current.webView).toEqual(view);
    const status = { id: 1, Status: 'Visible', Type: 'Integration', URL, ErrorType: 'NoError' };
    expect(get('Status UserInterface WebView')).toMatchObject([status]);
    await command('UserInterface WebView Clear');
    expect(device.screen.current.webView).toBeNull();
    expect(get('Status UserInterface WebView')).toEqual([]);
    expect(statuses.at(-1)).toEqual({ Status: { UserInterface: { WebView: [{ id: 1, ghost: 'True' }] } } });
    expect(events).toMatchObject([
      { Event: { UserInterface: { WebView: { Display: { Url: URL, Mode: 'Modal', Target: 'OSD' } } } } },
      { Event: { UserInterface: { WebView: { Cleared: { Target: 'OSD' } } } } },
    ]);
  });

  test('is replaced by the next one on the same screen', async () => {
    const { command, get } = testDevice();
    await command('UserInterface WebView Display', { Url: URL });
    await command('UserInterface WebView Display', { Url: `${URL}#2` });
    expect(get('Status UserInterface WebView')).toMatchObject([{ id: 2, URL: `${URL}#2` }]);
  });

  test('on the Navigator is apart from the one on the screen', async () => {
    const { device, command, get } = testDevice();
    await command('UserInterface WebView Display', { Url: URL });
    await command('UserInterface WebView Display', { Url: `${URL}#n`, Target: 'Controller' });
    expect(get('Status UserInterface WebView')).toHaveLength(2);
    await command('UserInterface WebView Clear', { Target: 'Controller' });
    expect(device.screen.current.webView?.url).toBe(URL);
    expect(get('Status UserInterface WebView')).toHaveLength(1);
  });

  test('shows what becomes of it later: another address, an error, its end', async () => {
    const { device, command } = testDevice();
    await command('UserInterface WebView Display', { Url: URL });
    device.setStatus(['UserInterface', 'WebView', 1], { URL: `${URL}#done` });
    expect(device.screen.current.webView).toMatchObject({ url: `${URL}#done`, status: 'Visible' });
    device.setStatus(['UserInterface', 'WebView', 1], { Status: 'Error', ErrorType: 'RenderProcessCrashed' });
    expect(device.screen.current.webView).toMatchObject({ status: 'Error' });
    device.setStatus(['UserInterface', 'WebView', 1], { ghost: true });
    expect(device.screen.current.webView).toBeNull();
  });

  test('that is not there is cleared without harm', async () => {
    const { command, follow } = testDevice();
    const statuses = follow('Status UserInterface WebView');
    expect(await command('UserInterface WebView Clear')).toEqual({ status: 'OK' });
    expect(statuses).toEqual([]);
  });

  test('has no field that an older release does not know', async () => {
    const { command, get } = testDevice({ release: '11.14.4' });
    await command('UserInterface WebView Display', { Url: URL });
    expect(get('Status UserInterface WebView')).toEqual([
      { id: 1, Status: 'Visible', Type: 'Integration', URL },
    ]);
  });

  test('takes a URL of 2000 bytes and not one more', async () => {
    const { command } = testDevice();
    const url = (length: number) => `http://127.0.0.1/${'x'.repeat(length - 17)}`;
    expect(await command('UserInterface WebView Display', { Url: url(2000) })).toEqual({ status: 'OK' });
    await expect(command('UserInterface WebView Display', { Url: url(2001) })).rejects.toThrow('"Url"');
  });

  test('does not show in the journal what its headers say', async () => {
    const { device, command } = testDevice();
    const Header = ['Authorization: Bearer hunter2'];
    await command('UserInterface WebView Display', { Url: URL, Header });
    expect(JSON.stringify(device.journal.after(0))).not.toContain('hunter2');
  });
});
