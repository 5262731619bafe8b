import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestControl, type TestControl } from './test-control.ts';

interface LiveEvent {
  readonly event: string;
  readonly id: string | undefined;
  readonly data: Record<string, unknown>;
}

let control: TestControl;
let leave: AbortController;
beforeEach(async () => {
  control = await startTestControl();
  leave = new AbortController();
});
afterEach(async () => {
  leave.abort();
  await control.close();
});

/** Reads a stream event by event. */
async function follow(query = '', headers: Record<string, string> = {}) {
  const url = `${control.url}/api/devices/room1/live${query}`;
  const response = await fetch(url, { headers, signal: leave.signal });
  const reader = (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const next = async (): Promise<LiveEvent | undefined> => {
    while (!text.includes('\n\n')) {
      const { done, value } = await reader.read();
      if (done) return undefined;
      text += value;
    }
    const [block = '', ...rest] = text.split('\n\n');
    text = rest.join('\n\n');
    return parseEvent(block);
  };
  const until = async (fits: (event: LiveEvent) => boolean): Promise<LiveEvent> => {
    for (let event = await next(); event; event = await next()) if (fits(event)) return event;
    throw new Error('the stream ended');
  };
  return { response, next, until };
}

function parseEvent(block: string): LiveEvent {
  const fields = Object.fromEntries(
    block.split('\n').map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
  );
  return { event: fields.event ?? '', id: fields.id, data: JSON.parse(fields.data ?? 'null') };
}

const setVolume = (Level: number) =>
  control.call('POST', '/api/devices/room1/commands', { path: 'Audio Volume Set', params: { Level } });

describe('the live stream', () => {
  it('begins with a snapshot of everything', async () => {
    await setVolume(20);
    await control.call('POST', '/api/devices/room1/say', { text: 'hello' });
    const { response, next } = await follow();
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const snapshot = await next();
    const { journal } = control.room1.device;
    expect(snapshot).toMatchObject({ event: 'snapshot', id: String(journal.last) });
    expect(snapshot?.data).toMatchObject({
      device: { name: 'room1' },
      screen: { standby: 'Off', webView: null },
      journal: JSON.parse(JSON.stringify(journal.after(0))),
      turns: [{ text: 'hello' }],
      macros: [],
    });
  });

  it('tells what changes: screen, journal, turns, macros', async () => {
    const { next, until } = await follow();
    await next();
    await setVolume(45);
    const entry = await until(({ event, data }) => event === 'journal' && data.path === 'Audio Volume Set');
    expect(entry.id).toBe(String(entry.data.seq));
    await control.call('POST', '/api/devices/room1/commands', { path: 'Standby Activate' });
    await until(({ event, data }) => event === 'screen' && data.standby === 'Standby');
    await control.call('POST', '/api/devices/room1/say', { text: 'hello' });
    expect(await until(({ event }) => event === 'turn')).toMatchObject({ data: { text: 'hello' } });
    const macros = [{ name: 'lights', active: true, running: true }];
    control.room1.setMacros(macros);
    expect(await until(({ event }) => event === 'macros')).toMatchObject({ data: macros });
  });

  it('brings an entry again when its answer is known', async () => {
    const { next, until } = await follow();
    await next();
    const answered = control.room1.device.journal.open({ origin: 'client:1', kind: 'command', path: 'Dial' });
    const asked = await until(({ event }) => event === 'journal');
    expect(asked.data).not.toHaveProperty('result');
    answered({ result: { status: 'OK' } });
    const again = await until(({ event }) => event === 'journal');
    expect(again.data).toMatchObject({ seq: asked.data.seq, result: { status: 'OK' } });
  });

  it('goes on where a reader left off', async () => {
    await setVolume(10);
    const { last } = control.room1.device.journal;
    await setVolume(20);
    const entries = JSON.parse(JSON.stringify(control.room1.device.journal.after(last)));
    const byQuery = await follow(`?after=${last}`);
    expect((await byQuery.next())?.data.journal).toEqual(entries);
    const byHeader = await follow('?after=0', { 'last-event-id': String(last) });
    expect((await byHeader.next())?.data.journal).toEqual(entries);
  });

  it('refuses a place that is none', async () => {
    const { response } = await follow('', { 'last-event-id': 'yesterday' });
    expect(response.status).toBe(400);
  });

  it('ends when the simulator does', async () => {
    const { next } = await follow();
    await next();
    await control.close();
    await expect(next()).resolves.toBeUndefined();
  });
});
