import xapi from 'xapi';
import type { PageChange } from '../lib/page-presence.ts';
import { startMacro } from '../lib/start-macro.ts';
import { watchPage } from '../lib/watch-page.ts';
import { onCloseButton, saveCloseButton, showCloseButton } from './close-button.ts';
import { closePage } from './close-page.ts';
import { Keeper } from './keeper.ts';
import { readEmptyRoom, watchRoom } from './watch-room.ts';
import { watchUse } from './watch-use.ts';

const keeper = new Keeper(closePage);

function onPage(change: PageChange): void {
  showCloseButton(change.kind === 'opened');
  if (change.kind === 'opened') keeper.arm(change.announcement);
  else keeper.disarm();
}

startMacro(async () => {
  await saveCloseButton();
  onCloseButton(() => keeper.closeNow());
  watchUse(() => keeper.used());
  watchRoom((isEmpty) => keeper.roomIsEmpty(isEmpty));
  xapi.Status.Standby.State.on((state) => {
    if (state !== 'Off') keeper.closeNow();
  });
  await watchPage(onPage);
  // A page that stands there at the start was not asked for just now: what the sensors say counts at once.
  if (await readEmptyRoom()) keeper.roomIsEmpty(true);
});
