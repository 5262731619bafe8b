import { describe, expect, it } from 'vitest';
import { latestOnly } from './latest-only.ts';

describe('latestOnly', () => {
  it('sends the first value at once, and of those that come meanwhile only the last', async () => {
    const sent: number[] = [];
    const answers: (() => void)[] = [];
    const send = latestOnly((value: number) => {
      sent.push(value);
      return new Promise<void>((resolve) => answers.push(resolve));
    });
    for (const value of [1, 2, 3, 4]) send(value);
    expect(sent).toEqual([1]);
    answers[0]?.();
    await Promise.resolve();
    expect(sent).toEqual([1, 4]);
  });

  it('sends again when it has come to rest', async () => {
    const sent: number[] = [];
    const send = latestOnly(async (value: number) => {
      sent.push(value);
    });
    send(1);
    await Promise.resolve();
    await Promise.resolve();
    send(2);
    expect(sent).toEqual([1, 2]);
  });
});
