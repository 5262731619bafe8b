import { describe, expect, it } from 'vitest';
import { ReplayGuard } from './replay-guard.ts';

function guard({ capacity = 100 } = {}) {
  const clock = { seconds: 1_000_000 };
  const replays = new ReplayGuard({ freshnessSeconds: 300, capacity, now: () => clock.seconds * 1000 });
  return { clock, replays, admit: (message: string, time = clock.seconds) => replays.admit(message, time) };
}

const refusal = (code: string) => expect.objectContaining({ code });

describe('ReplayGuard', () => {
  it('takes a message once', () => {
    const { admit } = guard();
    admit('one');
    admit('two');
    expect(() => admit('one')).toThrow(refusal('replayed'));
  });

  it('takes messages up to the bound on either side of now, and none beyond', () => {
    const { admit, clock } = guard();
    admit('oldest', clock.seconds - 300);
    admit('newest', clock.seconds + 300);
    expect(() => admit('too old', clock.seconds - 301)).toThrow(refusal('stale'));
    expect(() => admit('from the future', clock.seconds + 301)).toThrow(refusal('stale'));
  });

  it('never takes a message again, however long it waits', () => {
    const { admit, clock } = guard();
    const sealed = clock.seconds + 300;
    admit('message', sealed);
    for (; clock.seconds < sealed + 400; clock.seconds += 1) {
      const tooLate = clock.seconds > sealed + 300;
      expect(() => admit('message', sealed)).toThrow(refusal(tooLate ? 'stale' : 'replayed'));
    }
  });

  it('forgets what would be stale anyway', () => {
    const { admit, clock, replays } = guard();
    for (let index = 0; index < 1000; index += 1) {
      admit(`message ${index}`);
      clock.seconds += 10;
      expect(replays.size).toBeLessThanOrEqual(32);
    }
  });

  it('refuses what it could not remember, until there is room again', () => {
    const { admit, clock } = guard({ capacity: 2 });
    admit('one');
    admit('two');
    expect(() => admit('three')).toThrow(refusal('busy'));
    clock.seconds += 301;
    admit('three');
  });
});
