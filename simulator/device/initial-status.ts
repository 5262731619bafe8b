import { createHash } from 'node:crypto';
import type { Device, Json } from './types.ts';

/** What a device says of itself right after it has started, by status path. Behaviors keep their part of it. */
export function initialStatuses({ name, product, release }: Device): Readonly<Record<string, Json>> {
  const software = `RoomOS ${release}`;
  return {
    'Bookings Current Id': '',
    'Cameras SpeakerTrack Status': 'Inactive',
    'Conference DoNotDisturb': 'Inactive',
    'Conference Presentation Mode': 'Off',
    'RoomAnalytics AmbientNoise Level A': 30,
    'RoomAnalytics AmbientTemperature': '22.0',
    'RoomAnalytics Engagement CloseProximity': 'False',
    'RoomAnalytics PeopleCount Capacity': -1,
    // Whoever talks to the Assistant is in the room.
    'RoomAnalytics PeopleCount Current': 1,
    'RoomAnalytics PeoplePresence': 'Yes',
    'RoomAnalytics RelativeHumidity': 40,
    'RoomAnalytics RoomInUse': 'True',
    'RoomAnalytics Sound Level A': 35,
    'RoomAnalytics T3Alarm Detected': 'False',
    'RoomAnalytics UltrasoundPresence': 'Yes',
    'SystemUnit BroadcastName': name,
    'SystemUnit Hardware Module SerialNumber': `SIM${hash(name).slice(0, 8).toUpperCase()}`,
    'SystemUnit Hardware Monitoring Temperature Status': 'Normal',
    'SystemUnit ProductId': `Cisco ${product}`,
    'SystemUnit ProductPlatform': product,
    'SystemUnit ProductType': 'Cisco Codec',
    'SystemUnit Software DisplayName': `${software} (simulated)`,
    'SystemUnit Software Name': 'simulator',
    'SystemUnit Software Version': software,
    'SystemUnit State NumberOfActiveCalls': 0,
    'SystemUnit State NumberOfInProgressCalls': 0,
    'SystemUnit State NumberOfSuspendedCalls': 0,
    'SystemUnit State Subsystem Application': 'Initialized',
    'SystemUnit State System': 'Initialized',
    'UserInterface ContactInfo Name': name,
    'Video Input MainVideoMute': 'Off',
    'Video Selfview Mode': 'Off',
    'Webex DeveloperId': developerId(name),
    'Webex Status': 'Registered',
  };
}

/** A stable UUID for a device, so that a skill sees the same device again after a restart. */
function developerId(name: string): string {
  const hex = hash(`developer id of ${name}`);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
  return [...parts, hex.slice(20, 32)].join('-');
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
