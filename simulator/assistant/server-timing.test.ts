import { expect, it } from 'vitest';
import { parseServerTiming, placeServerStages } from './server-timing.ts';

it('reads the stages that it knows, in their order', () => {
  expect(parseServerTiming('verify;dur=0.12, decrypt;desc="RSA";dur=4.2, cache;dur=1, dialogue')).toEqual([
    { stage: 'verify', milliseconds: 0.12 },
    { stage: 'decrypt', milliseconds: 4.2 },
  ]);
});

it.each([null, '', ';;', 'verify;dur=soon', ',,,'])('finds nothing in %j', (header) => {
  expect(parseServerTiming(header)).toEqual([]);
});

it('lays the stages into the middle of the time that sending took, one after the other', () => {
  const send = { stage: 'send', startedAt: 10, milliseconds: 20 } as const;
  const stages = [
    { stage: 'verify', milliseconds: 2 },
    { stage: 'decrypt', milliseconds: 8 },
  ] as const;
  expect(placeServerStages(send, stages)).toEqual([
    { stage: 'verify', startedAt: 15, milliseconds: 2 },
    { stage: 'decrypt', startedAt: 17, milliseconds: 8 },
  ]);
});

it('never places a stage before it was sent, whatever the server says', () => {
  const send = { stage: 'send', startedAt: 10, milliseconds: 1 } as const;
  expect(placeServerStages(send, [{ stage: 'decrypt', milliseconds: 50 }])[0]?.startedAt).toBe(10);
});
