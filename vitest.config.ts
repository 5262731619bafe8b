import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The build puts a device's values in; a test that reads a macro's settings.ts wants its schema.
  define: { MACRO_SETTINGS: 'undefined' },
  test: {
    include: ['{contract,xapi,macros,webviews,server,simulator,scripts,test}/**/*.test.ts'],
    // Browser and end-to-end tests start Chromium and whole servers on shared machines.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default', './test/closing-line.ts'],
  },
});
