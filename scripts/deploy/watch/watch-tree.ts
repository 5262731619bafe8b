import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';

/**
 * Tells of every file below the folders that is written, made or removed. Folders are watched, not files: an editor
 * that saves by putting a new file in the old one's place would be lost otherwise. Answers the way to end it.
 */
export function watchTree(folders: readonly string[], onChange: (file: string) => void): () => void {
  const watchers = new Map<string, FSWatcher>();
  const forget = (folder: string) => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const follow = (folder: string): string[] => {
    forget(folder);
    const watcher = watch(folder, (kind, name) => {
      if (name === null) return;
      const path = join(folder, name);
      if (!isFolder(path)) onChange(path);
      // Made or moved here: what it holds may be older than the watch.
      else if (kind === 'rename') follow(path).forEach(onChange);
    });
    // A folder that goes away is no fault.
    watcher.on('error', () => forget(folder));
    watchers.set(folder, watcher);
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? follow(path) : [path];
    });
  };
  for (const folder of folders) follow(folder);
  return () => {
    for (const folder of [...watchers.keys()]) forget(folder);
  };
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
