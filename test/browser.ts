import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '#project/scripts/setup/find-browser.mjs';

/** Without these Chromium calls its maker's hosts at every start. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real, headless Chromium: Debian's, or the one that CHROMIUM names. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath)
    throw new Error('There is no Chromium. Type: node scripts/setup/install.mjs --browser');
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args: [...asRoot, ...QUIET] });
}
