import xapi from 'xapi';
import { failureText } from '../lib/failure-text.ts';
import { visiblePage } from '../lib/visible-page.ts';

/** Closes the page if it is still ours. Says whether there was nothing left to close. */
export async function closePage(): Promise<boolean> {
  // Between decision and command the screen may have passed to somebody else's page.
  if ((await visiblePage()) === null) return true;
  try {
    await xapi.Command.UserInterface.WebView.Clear({ Target: 'OSD' });
  } catch (error) {
    console.error(`The page could not be closed: ${failureText(error)}`);
  }
  return false;
}
