import type { Announcement } from '../lib/page-presence.ts';
import { Reporter } from '../lib/reporter.ts';
import { settings } from './settings.ts';

/** Milliseconds since 1970, or `null` for never. */
type Moment = number | null;

interface KeptPage {
  readonly closeAfterSeconds: number;
  readonly reporter: Reporter | null;
  timeIsUp: Moment;
  roomIsLeft: Moment;
}

/** Decides when the page on the screen goes. One page at a time: that is all a screen has. */
export class Keeper {
  private page: KeptPage | null = null;
  private timer: number | undefined;

  /** `close` closes the page and resolves to whether there was none left to close. */
  constructor(private readonly close: () => Promise<boolean>) {}

  /** A page came to the screen, or its announcement did. */
  arm(announcement: Announcement | null): void {
    this.disarm();
    const page: KeptPage = {
      closeAfterSeconds: announcement?.closeAfterSeconds ?? settings.closeAfterSeconds,
      reporter: announcement?.report
        ? new Reporter(announcement.report, () => ({ closesInSeconds: secondsUntil(closesAt(page)) }))
        : null,
      timeIsUp: null,
      roomIsLeft: null,
    };
    this.page = page;
    this.used();
  }

  /** The page went. */
  disarm(): void {
    this.page?.reporter?.stop();
    this.page = null;
    clearTimeout(this.timer);
  }

  /** Somebody spoke to the Assistant or touched a panel: the page's time starts anew, and the room is not empty. */
  used(): void {
    if (!this.page) return;
    this.page.roomIsLeft = null;
    this.page.timeIsUp = this.page.closeAfterSeconds === 0 ? null : later(this.page.closeAfterSeconds);
    this.schedule(this.page);
  }

  /** What the sensors say, whenever they say something else. */
  roomIsEmpty(isEmpty: boolean): void {
    if (!this.page) return;
    this.page.roomIsLeft = isEmpty ? (this.page.roomIsLeft ?? later(settings.emptyRoomSeconds)) : null;
    this.schedule(this.page);
  }

  /** Closes the page now, and tries again until it is gone. */
  async closeNow(): Promise<void> {
    const { page } = this;
    if (!page) return;
    const isGone = await this.close();
    if (isGone || this.page !== page) return;
    this.wake(later(settings.retrySeconds));
  }

  private schedule(page: KeptPage): void {
    this.wake(closesAt(page));
    page.reporter?.changed();
  }

  private wake(at: Moment): void {
    clearTimeout(this.timer);
    if (at !== null) this.timer = setTimeout(() => this.closeNow(), Math.max(0, at - Date.now()));
  }
}

const later = (seconds: number) => Date.now() + seconds * 1000;

function closesAt({ timeIsUp, roomIsLeft }: KeptPage): Moment {
  if (timeIsUp === null || roomIsLeft === null) return timeIsUp ?? roomIsLeft;
  return Math.min(timeIsUp, roomIsLeft);
}

const secondsUntil = (moment: Moment) =>
  moment === null ? null : Math.max(0, Math.round((moment - Date.now()) / 1000));
