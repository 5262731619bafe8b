import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

/** One entry a folder that has an `index.html`; it becomes `dist/webviews/<page>/index.html`. */
const entries = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /^[^/\\]+[/\\]index\.html$/.test(file))
  .map((file) => join(root, file));

export default defineConfig({
  root,
  base: '/views/',
  // A page's modules are TSX: the setting is read from webviews/tsconfig.json.
  build: {
    outDir: join(root, '../dist/webviews'),
    emptyOutDir: true,
    // The documented floor of the devices' web engine.
    target: 'chrome102',
    // The Content-Security-Policy has no data: and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: entries },
  },
});
