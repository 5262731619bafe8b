import { expect, test } from 'vitest';
import { httpStatus } from './http-status.ts';

test('the status is read from an object and from JSON text', () => {
  expect(httpStatus({ code: 1, message: 'failed', data: { StatusCode: 401 } })).toBe(401);
  expect(httpStatus({ code: 1, message: 'failed', data: { StatusCode: '401' } })).toBe(401);
  expect(httpStatus({ code: 1, message: 'failed', data: '{"StatusCode":"503"}' })).toBe(503);
});

test.each([
  undefined,
  null,
  'no such host',
  { code: 1, message: 'HttpClient is off' },
  { data: 'not JSON' },
  { data: null },
  { data: { StatusCode: 'soon' } },
])('%j has none', (failure) => {
  expect(httpStatus(failure)).toBe(null);
});
