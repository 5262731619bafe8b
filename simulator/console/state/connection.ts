import { signal } from '@preact/signals';
import { listDevices } from './control-api.ts';
import { applyJournalEntry, applySnapshot, applyTurn, forgetDevice, macros, screen } from './device-state.ts';
import { type LiveHandlers, openLiveStream } from './live-stream.ts';
import { devices, selectedName } from './selected-device.ts';

/** `connecting` before the first answer, `live` while the stream is open, `lost` until it is open again. */
export const connection = signal<'connecting' | 'live' | 'lost'>('connecting');

/** Milliseconds between two tries; the simulator is on this computer and comes back at once or not at all. */
const RETRY_EVERY = 1000;

let closeStream: () => void = () => undefined;
let retry: ReturnType<typeof setTimeout> | undefined;

/** Shows another device. */
export function selectDevice(name: string): void {
  if (name === selectedName.value) return;
  forgetDevice();
  selectedName.value = name;
  follow(name);
}

/**
 * Asks which devices there are and follows one of them: the one shown before, the one that the page's address
 * names as `?device=…`, or the first. Tries until it succeeds.
 */
export async function connect(): Promise<void> {
  clearTimeout(retry);
  try {
    const found = await listDevices();
    devices.value = found;
    const wanted = selectedName.value ?? new URLSearchParams(location.search).get('device');
    const name = (found.find((device) => device.name === wanted) ?? found[0])?.name;
    if (name === undefined) return lose();
    selectedName.value = name;
    follow(name);
  } catch {
    lose();
  }
}

function follow(name: string): void {
  closeStream();
  closeStream = openLiveStream(name, handlers, lose);
}

function lose(): void {
  connection.value = 'lost';
  retry = setTimeout(connect, RETRY_EVERY);
}

const handlers: LiveHandlers = {
  snapshot: (snapshot) => {
    applySnapshot(snapshot);
    connection.value = 'live';
  },
  screen: (value) => {
    screen.value = value;
  },
  journal: applyJournalEntry,
  turn: applyTurn,
  macros: (list) => {
    macros.value = list;
  },
};
