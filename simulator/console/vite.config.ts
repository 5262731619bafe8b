import { join } from 'node:path';
import { defineConfig } from 'vite';

/** The console is served under a Content-Security-Policy without inline anything, so nothing is inlined. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  build: {
    outDir: join(import.meta.dirname, '../../dist/console'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    // `npx vite -c simulator/console/vite.config.ts` beside a running `npm start`.
    proxy: { '/api': process.env.SIMULATOR ?? 'http://127.0.0.1:3000' },
  },
});
