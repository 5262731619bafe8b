import { expect, it } from 'vitest';
import { createLog } from './create-log.ts';

function kept(level: 'info' | 'debug' = 'info') {
  const lines: string[] = [];
  const log = createLog(level, { write: (line) => void lines.push(line) });
  return { log, lines };
}

it('writes JSON lines with a time that people can read', () => {
  const { log, lines } = kept();
  log.info({ skill: 'switch' }, 'turn');
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    level: 30,
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    skill: 'switch',
    msg: 'turn',
  });
});

it('leaves out what is named like a secret', () => {
  const { log, lines } = kept();
  log.warn({ secret: 'hunter2', keys: { secret: 'hunter2', name: 'switch' }, token: 'hunter2' }, 'keys');
  expect(lines.join()).not.toContain('hunter2');
  expect(JSON.parse(lines[0] ?? '').keys).toEqual({ name: 'switch' });
});

it('keeps the reason of an error', () => {
  const { log, lines } = kept();
  log.error({ err: new Error('broken') }, 'failed');
  expect(JSON.parse(lines[0] ?? '').err.message).toBe('broken');
});

it('keeps to its level', () => {
  const { log, lines } = kept();
  log.debug({}, 'detail');
  expect(lines).toEqual([]);
});
