import xapi from 'xapi';
import { cutUtf8 } from './cut-utf8.ts';
import { failureText } from './failure-text.ts';

/** Limit of both texts of `UserInterface Message Alert Display`, in UTF-8 bytes. */
const TEXT_MAX = 255;
const SECONDS = 5;

/** Shows the alert of the Skills guide's walk-through. Never rejects: there would be nowhere left to say it. */
export async function showAlert(title: string, text: string): Promise<void> {
  try {
    await xapi.Command.UserInterface.Message.Alert.Display({
      Title: cutUtf8(title, TEXT_MAX),
      Text: cutUtf8(text, TEXT_MAX),
      Duration: SECONDS,
    });
  } catch (error) {
    console.error(`The alert “${cutUtf8(title, TEXT_MAX)}” could not be shown: ${failureText(error)}`);
  }
}

/** Tells the people in the room and the log that something did not work. */
export function showNotice(problem: string): Promise<void> {
  console.warn(problem);
  return showAlert('Room', problem);
}
