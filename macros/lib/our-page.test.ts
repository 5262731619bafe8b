import { expect, test } from 'vitest';
import { ourPage } from './our-page.ts';

test.each([
  'https://kit.example/views/dashboard?token=abc',
  'http://127.0.0.1:3000/views/switch?token=abc',
  'https://host.example/behind/a/proxy/views/dashboard?token=abc',
  'https://kit.example/views/dashboard?theme=dark&token=abc',
])('%s is ours', (url) => {
  expect(ourPage(url)).toBe(url);
});

test('what the page wrote behind the hash does not make it another page', () => {
  expect(ourPage('https://kit.example/views/dashboard?token=abc#touched')).toBe(
    'https://kit.example/views/dashboard?token=abc',
  );
});

test.each([
  undefined,
  '',
  'https://cisco.com',
  'https://kit.example/views/dashboard',
  'https://kit.example/views/dashboard#?token=abc',
  'https://kit.example/other?next=/views/dashboard?token=abc',
  'https://kit.example/#/views/dashboard?token=abc',
  'about:blank',
])('%s is not', (url) => {
  expect(ourPage(url)).toBe(null);
});
