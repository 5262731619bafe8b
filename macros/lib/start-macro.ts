import { failureText } from './failure-text.ts';

/**
 * Runs a macro's start-up and logs the line for which the deployer waits: it proves that this very code runs and
 * that its start-up worked, which no event of the device does.
 */
export async function startMacro(start: () => Promise<unknown>): Promise<void> {
  try {
    await start();
    console.log(`ready ${MACRO_NAME} ${MACRO_HASH}`);
  } catch (error) {
    console.error(`${MACRO_NAME} could not start: ${failureText(error)}`);
  }
}
