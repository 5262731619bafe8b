import { failureText } from './failure-text.ts';
import { showNotice } from './show-alert.ts';

/** Runs something for a person; a refusal of the device is logged and shown, never thrown. */
export async function attempt(what: string, run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    await showNotice(`${what} did not work: ${failureText(error)}`);
  }
}
