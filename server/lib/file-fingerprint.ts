import { stat } from 'node:fs/promises';

/**
 * A text that changes when one of the files does. Links are followed, because certificates are often renewed, and
 * secrets mounted, by pointing a link elsewhere.
 */
export async function fileFingerprint(paths: readonly string[]): Promise<string> {
  const marks = await Promise.all(paths.map(mark));
  return marks.join('\n');
}

async function mark(path: string): Promise<string> {
  try {
    const { ino, size, mtimeMs, ctimeMs } = await stat(path);
    return [path, ino, size, mtimeMs, ctimeMs].join(' ');
  } catch {
    return `${path} absent`;
  }
}
