import type { Browser, FrameLocator, Page } from 'playwright-core';
import type { Screen } from '#simulator/device/screen';
import { launchBrowser } from './browser.ts';

/** What a person does at the console, and what a tool does at the control interface beside it. */
export class RoomConsole {
  /** What the browser complained of; nothing should be here. */
  readonly complaints: string[] = [];

  private constructor(
    private readonly browser: Browser,
    readonly page: Page,
    private readonly url: string,
  ) {
    page.on('console', (message) => message.type() === 'error' && this.complaints.push(message.text()));
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  static async open(url: string): Promise<RoomConsole> {
    const browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
    const room = new RoomConsole(browser, page, url);
    await page.goto(url);
    await page.getByText('Live', { exact: true }).waitFor();
    return room;
  }

  /** Types at the device and presses Enter. */
  async say(text: string): Promise<void> {
    await this.page.getByLabel('Say something to the device').fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** The page that the device shows, in its frame. */
  get webView(): FrameLocator {
    return this.page.frameLocator('iframe');
  }

  /** Resolves when the page shows, or no longer shows, a web view. */
  waitForWebView(state: 'visible' | 'detached'): Promise<void> {
    return this.page.locator('iframe').waitFor({ state });
  }

  async screen(): Promise<Screen> {
    return (await fetch(`${this.url}/api/devices/room1/screen`)).json() as Promise<Screen>;
  }

  /** Calls the control interface, and fails when that does. */
  async control(method: 'POST' | 'PUT', call: string, body: object): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${this.url}/api/devices/room1/${call}`, {
      method,
      headers,
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${call}: ${answer.status} ${await answer.text()}`);
  }

  advance(ms: number): Promise<void> {
    return this.control('POST', 'clock', { advance: ms });
  }

  setStatus(path: string, value: unknown): Promise<void> {
    return this.control('PUT', 'status', { path, value });
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}
