import { onTestFinished } from 'vitest';
import { createDevice, type DeviceOptions, type SimulatedDevice } from '../../create-device.ts';

/** A device that ends with the test; its clock stands still. */
export async function testDevice(options: Partial<DeviceOptions> = {}): Promise<SimulatedDevice> {
  const device = await createDevice({ name: 'test', ...options });
  onTestFinished(() => device.close());
  await device.clock.advance(0);
  return device;
}

/** A device that runs one macro; `import xapi` is put before its first line. */
export async function runMacro(source: string, name = 'macro'): Promise<SimulatedDevice> {
  const device = await testDevice();
  await device.macros.load(name, `import xapi from 'xapi'; ${source}`);
  return device;
}

/** What the macros logged, without the runtime's own lines: `LOG macro: text`. */
export function logOf({ macros }: SimulatedDevice): string[] {
  return macros.log
    .from(0)
    .filter((line) => line.Macro !== '[system]' && line.Message !== 'QJS Ready')
    .map((line) => `${line.Level} ${line.Macro}: ${line.Message}`);
}

/** The messages alone. */
export function messagesOf(device: SimulatedDevice): string[] {
  return logOf(device).map((line) => line.slice(line.indexOf(': ') + 2));
}

/** What the macros had the device do: `Audio Volume Set {"Level":45}`. */
export function commandsOf(device: SimulatedDevice): string[] {
  return device.journal
    .after(0)
    .filter(({ kind, origin }) => kind === 'command' && origin.startsWith('macro:'))
    .map(({ path, params }) => (params === undefined ? path : `${path} ${JSON.stringify(params)}`));
}
