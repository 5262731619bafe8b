import xapi from 'xapi';
import { startMacro } from '../lib/start-macro.ts';
import { takeEvent } from './take-event.ts';

startMacro(async () => {
  xapi.Event.UserInterface.Assistant.Notification.on(takeEvent);
});
