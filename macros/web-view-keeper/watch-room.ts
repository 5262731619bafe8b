import xapi from 'xapi';

interface Sensors {
  readonly PeoplePresence?: string;
  readonly PeopleCount?: { readonly Current?: string };
}

/** Calls the listener with every piece of news on whether the room is empty. */
export function watchRoom(listener: (isEmpty: boolean) => void): void {
  xapi.Status.RoomAnalytics.PeoplePresence.on((presence) => listener(isEmpty({ PeoplePresence: presence })));
  xapi.Status.RoomAnalytics.PeopleCount.Current.on((count) =>
    listener(isEmpty({ PeopleCount: { Current: count } })),
  );
}

/** Whether the room is empty now, for a page that nobody has just asked for. */
export async function readEmptyRoom(): Promise<boolean> {
  return isEmpty(await xapi.Status.RoomAnalytics.get().catch(() => ({})));
}

/** One sensor that sees nobody is enough; a device that cannot tell says `Unknown`, or counts -1. */
const isEmpty = ({ PeoplePresence, PeopleCount }: Sensors) =>
  PeoplePresence === 'No' || PeopleCount?.Current === '0';
