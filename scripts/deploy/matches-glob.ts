/** Whether a name fits a pattern, in which `*` stands for any characters and `?` for one. */
export function matchesGlob(name: string, pattern: string): boolean {
  const source = pattern.replace(/[^*?]+/g, (text) => text.replace(/[\\^$.|+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${source.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'su').test(name);
}

export const hasWildcard = (pattern: string): boolean => /[*?]/.test(pattern);
