import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sealMessage } from '#simulator/assistant/seal-message';
import { makeKeys, ringOf } from './fixtures/test-keys.ts';
import { openMessage } from './open-message.ts';

const keys = makeKeys();
const others = makeKeys();
const ring = await ringOf(keys);
const unreadable = { name: 'Refusal', code: 'unreadable' };

describe('openMessage', () => {
  it('opens what was sealed for it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        expect((await openMessage(sealMessage(text, keys).message, ring)).text).toBe(text);
      }),
      { numRuns: 25 },
    );
  });

  it('opens a message for 4096 bits', async () => {
    const large = makeKeys(4096);
    const opened = await openMessage(
      sealMessage('hello', large, { time: 1_638_833_645 }).message,
      await ringOf(large),
    );
    expect(opened).toEqual({ text: 'hello', time: 1_638_833_645 });
  });

  it('opens messages for any of several keys, of any size, in any order', async () => {
    const small = makeKeys(2048);
    const large = makeKeys(3072);
    const both = await ringOf(keys, small, large);
    for (const sender of [small, keys, large, keys, small]) {
      expect((await openMessage(sealMessage('hello', sender).message, both)).text).toBe('hello');
    }
  });

  it('refuses what was sealed for another skill', async () => {
    await expect(openMessage(sealMessage('hello', others).message, ring)).rejects.toMatchObject(unreadable);
  });

  it('refuses a message with any bit flipped', async () => {
    const { message } = sealMessage('hello', keys);
    await fc.assert(
      fc.asyncProperty(fc.nat(message.length * 7 - 1), async (bit) => {
        const bytes = Buffer.from(message);
        bytes.writeUInt8(bytes.readUInt8(Math.floor(bit / 7)) ^ (1 << (bit % 7)), Math.floor(bit / 7));
        await expect(openMessage(bytes.toString('latin1'), ring)).rejects.toMatchObject(unreadable);
      }),
    );
  });

  it('refuses a message that was cut off anywhere', async () => {
    const { message } = sealMessage('hello', keys);
    await fc.assert(
      fc.asyncProperty(fc.nat(message.length - 1), async (length) => {
        await expect(openMessage(message.slice(0, length), ring)).rejects.toMatchObject(unreadable);
      }),
    );
  });

  it('refuses halves that do not belong together', async () => {
    const [first = ''] = sealMessage('one', keys).message.split('.');
    const [, second = ''] = sealMessage('two', keys).message.split('.');
    await expect(openMessage(`${first}.${second}`, ring)).rejects.toMatchObject(unreadable);
  });

  it('refuses whatever else it is given', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        await expect(openMessage(text, ring)).rejects.toMatchObject(unreadable);
      }),
    );
  });
});
