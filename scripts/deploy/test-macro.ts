import { createHash } from 'node:crypto';
import type { MacroBundle } from '#scripts/build/bundle-macros';
import { macroHeader } from '#scripts/build/macro-header';

/** A macro of ours with this code, as the build would make it. It says that it is ready unless `code` is to fail. */
export function testMacro(name: string, code = '', { isReady = true } = {}): MacroBundle {
  const hash = createHash('sha256').update(`${name} ${code}`).digest('hex');
  const ready = isReady ? `console.log('ready ${name} ${hash}');` : '';
  const source = `${macroHeader(name, '0.1.0', hash)}\n${ready}\n${code}\n`;
  return { name, source, hash, bytes: Buffer.byteLength(source), map: '', uses: [], secrets: [] };
}
