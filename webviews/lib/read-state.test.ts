import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dashboardState, switchState } from '../fixtures/page-states.ts';
import { readState, STATE_MAX } from './read-state.ts';

describe('a state', () => {
  it.each([dashboardState, switchState])('of $page is read as it was sent', (state) => {
    expect(readState(JSON.stringify(state))).toEqual(state);
  });

  it('is not read from anything else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.anything()), (data) => readState(data) === undefined),
    );
  });

  it('is not read when a field is missing', () => {
    for (const field of Object.keys(dashboardState)) {
      expect(readState(JSON.stringify({ ...dashboardState, [field]: undefined })), field).toBeUndefined();
    }
  });

  it('is not looked at when it is too long', () => {
    const longest = JSON.stringify(dashboardState).padEnd(STATE_MAX);
    expect(readState(longest)).toEqual(dashboardState);
    expect(readState(`${longest} `)).toBeUndefined();
  });
});
