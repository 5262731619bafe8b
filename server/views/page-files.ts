import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getMimeType } from 'hono/utils/mime';
import type { PageName } from '#contract';

/** The built pages on disk. They are read each time, so that a new build shows without a restart. */
export interface PageFiles {
  /** @throws PagesNotBuilt */
  html(page: PageName | 'neutral'): Promise<string>;
  /** A script, style or picture of the pages; `null` when there is none of that name. */
  asset(name: string): Promise<{ body: Uint8Array<ArrayBuffer>; type: string } | null>;
}

export class PagesNotBuilt extends Error {
  override readonly name = 'PagesNotBuilt';

  constructor() {
    super('The pages are not built yet. Type: npm run build');
  }
}

/** One name in one folder: nothing that leads out of it, nothing hidden, nothing too long for a disk. */
const ASSET_NAME = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}$/;

export function createPageFiles(directory: string): PageFiles {
  return {
    async html(page) {
      const html = await readIfThere(join(directory, page, 'index.html'));
      if (!html) throw new PagesNotBuilt();
      return html.toString('utf8');
    },
    async asset(name) {
      if (!ASSET_NAME.test(name)) return null;
      const body = await readIfThere(join(directory, 'assets', name));
      return body && { body: new Uint8Array(body), type: getMimeType(name) ?? 'application/octet-stream' };
    },
  };
}

async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return null;
    throw error;
  }
}
