import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { DeviceReport, PageName, PageState, Room } from '#contract';
import { DISMISSAL } from './dismissal.ts';
import type { PageOpening } from './view-tokens.ts';

/** Who follows a device's state. */
export interface Follower {
  changed(): void;
  /** Nothing more will be told from here; coming back is welcome. */
  drop(): void;
  /** Nothing more will be told at all. */
  end(): void;
}

interface DeviceState {
  version: number;
  room: Room | null;
  /** When each page goes, in milliseconds since 1970; `null` when it stays. */
  readonly closings: Map<PageName, number | null>;
  readonly followers: Set<Follower>;
}

/** Devices that are remembered. One that is forgotten comes back with its next page, stream or report. */
const DEVICES_MAX = 1000;
/** A device shows one page at a time; the others are streams that a lost connection left behind. */
const FOLLOWERS_MAX = 4;

/** What is known of each device's room and of its pages, in memory. */
export class DeviceStates {
  /** By the device's id; the one not heard of for longest comes first. */
  private readonly devices = new Map<string, DeviceState>();
  /** Part of every state's id: a version from before a restart is never taken for one of now. */
  private readonly epoch = randomBytes(6).toString('hex');
  private lastVersion = 0;
  private closed = false;

  constructor(
    private readonly now: () => Date,
    private readonly devicesMax = DEVICES_MAX,
  ) {}

  /** A page is sent to its device: its time starts. */
  open(opening: PageOpening): void {
    const device = this.device(opening);
    device.closings.set(opening.page, closingOf(opening));
    this.change(device);
  }

  /** The device told something. What it told before is no change. */
  report(opening: PageOpening, { room, closesInSeconds }: DeviceReport): void {
    const device = this.device(opening);
    const sameRoom = room === undefined || isDeepStrictEqual(room, device.room);
    if (sameRoom && closesInSeconds === undefined) return;
    if (room !== undefined) device.room = room;
    if (closesInSeconds !== undefined) device.closings.set(opening.page, this.inSeconds(closesInSeconds));
    this.change(device);
  }

  /** What the page is to show now, and the id of that state. */
  pageState(opening: PageOpening): { id: string; state: PageState } {
    const device = this.device(opening);
    const closing = device.closings.get(opening.page) ?? null;
    const state: PageState = {
      page: opening.page,
      language: opening.language,
      dismissal: DISMISSAL[opening.page],
      closesInSeconds: closing === null ? null : this.secondsUntil(closing),
      room: device.room,
    };
    return { id: `${this.epoch}-${device.version}`, state };
  }

  /** Follows the device of a page until the returned function is called. Of too many, the oldest is ended. */
  follow(opening: PageOpening, follower: Follower): () => void {
    const { followers } = this.device(opening);
    followers.add(follower);
    const [oldest] = followers;
    if (followers.size > FOLLOWERS_MAX) oldest?.end();
    return () => followers.delete(follower);
  }

  get isClosed(): boolean {
    return this.closed;
  }

  /** Drops everyone who follows. */
  close(): void {
    this.closed = true;
    for (const device of this.devices.values()) dropAll(device);
  }

  private device(opening: PageOpening): DeviceState {
    const device = this.devices.get(opening.sub) ?? this.newDevice();
    this.devices.delete(opening.sub);
    this.devices.set(opening.sub, device);
    // After a restart the page's own token tells when it goes, until the device does.
    if (!device.closings.has(opening.page)) device.closings.set(opening.page, this.ahead(closingOf(opening)));
    this.forgetOldest();
    return device;
  }

  private newDevice(): DeviceState {
    this.lastVersion += 1;
    return { version: this.lastVersion, room: null, closings: new Map(), followers: new Set() };
  }

  private forgetOldest(): void {
    const [oldest] = this.devices;
    if (this.devices.size <= this.devicesMax || !oldest) return;
    const [id, device] = oldest;
    this.devices.delete(id);
    dropAll(device);
  }

  private change(device: DeviceState): void {
    this.lastVersion += 1;
    device.version = this.lastVersion;
    for (const follower of [...device.followers]) follower.changed();
  }

  private secondsUntil(time: number): number {
    return Math.max(0, Math.round((time - this.now().getTime()) / 1000));
  }

  private inSeconds(seconds: number | null): number | null {
    return seconds === null ? null : this.now().getTime() + seconds * 1000;
  }

  private ahead(time: number | null): number | null {
    return time !== null && time > this.now().getTime() ? time : null;
  }
}

function dropAll({ followers }: DeviceState): void {
  for (const follower of [...followers]) follower.drop();
}

/** When the page goes if nothing else is said. */
const closingOf = ({ iat, closes }: PageOpening) => (closes === null ? null : (iat + closes) * 1000);
