import type { LogItem } from './log-item.ts';

/**
 * One object a line: `{host, time, level, macro, message, place}`; where lines may be missing `{host, gap: {seconds,
 * missing}}`; what else is to be said `{host, note}`. Messages are whole, as the macro wrote them but for places.
 */
export function itemJson(host: string, item: LogItem): string {
  if (item.kind === 'line') return `${JSON.stringify({ host, ...item.line })}\n`;
  return `${JSON.stringify(item.kind === 'gap' ? { host, gap: item.gap } : { host, note: item.text })}\n`;
}
