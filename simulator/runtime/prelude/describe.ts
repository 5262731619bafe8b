/** Texts of values as the device logs them. Stands alone: its text is evaluated inside QuickJS. */
export function createDescribe() {
  function text(value: unknown): string {
    if (typeof value === 'string') return value;
    if (value instanceof Error) return `${value.name}: ${value.message}`;
    if (typeof value !== 'object' || value === null) return String(value);
    try {
      return JSON.stringify(value) ?? String(value);
    } catch {
      return Object.prototype.toString.call(value);
    }
  }

  const stack = (error: unknown): string =>
    error instanceof Error && typeof error.stack === 'string' ? error.stack : '';

  return { text, stack };
}
