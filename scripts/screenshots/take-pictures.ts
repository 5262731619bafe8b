import { join } from 'node:path';
import { RoomConsole } from '#test/room-console.fixture';

/** The console in the middle of a meeting, and the page on its screen as the wall shows it. */
export async function takePictures(url: string, folder: string, made: (file: string) => void): Promise<void> {
  const room = await RoomConsole.open(url);
  try {
    await furnish(room);
    await room.say('ok webex, ask room to show the dashboard');
    await room.waitForWebView('visible');
    await room.page.getByRole('button', { name: 'Room', exact: true }).click();
    await room.say('ok webex, tell room to turn on the lights');
    await room.webView.locator('.tile.lights').getByText('On', { exact: true }).waitFor();
    // The bubble sleeps five seconds later; then it covers nothing.
    await room.advance(5000);
    await room.page.setViewportSize({ width: 1600, height: 900 });
    await picture(room, join(folder, 'console.png'), made);
    await dashboardPicture(room, join(folder, 'dashboard.png'), made);
  } finally {
    await room.close();
  }
}

async function furnish(room: RoomConsole): Promise<void> {
  await room.setStatus('RoomAnalytics PeoplePresence', 'Yes');
  await room.setStatus('RoomAnalytics PeopleCount Current', 4);
  await room.setStatus('RoomAnalytics AmbientTemperature', '21.5');
  await room.say('ok webex, tell room to set the blinds to 60 percent');
  await room.page.getByText('Setting the blinds to 60 percent open.').first().waitFor();
}

async function picture(room: RoomConsole, path: string, made: (file: string) => void): Promise<void> {
  await settle(room);
  await room.page.screenshot({ path });
  made(path);
}

/** The page alone, in its own size. */
async function dashboardPicture(
  room: RoomConsole,
  path: string,
  made: (file: string) => void,
): Promise<void> {
  const address = await room.page.locator('iframe').getAttribute('src');
  if (address === null) throw new Error('no page is open');
  await room.page.setViewportSize({ width: 1920, height: 1080 });
  await room.page.goto(address);
  await room.page.locator('.tile.lights').getByText('On', { exact: true }).waitFor();
  await picture(room, path, made);
}

/** Whatever was moving has arrived, in the console and in the page on its screen. */
async function settle({ page }: RoomConsole): Promise<void> {
  const arrived = 'Promise.all(document.getAnimations().map((a) => a.finished.catch(() => undefined)))';
  await Promise.all(page.frames().map((frame) => frame.evaluate(arrived)));
}
