import * as v from 'valibot';
import { ControlError } from './control-error.ts';

/** What can be made to go wrong with a device. `delay`, `refuse` and `fill` go on until they are taken back. */
export const FaultsSchema = v.pipe(
  v.partial(
    v.strictObject({
      /** Breaks every open connection, once. */
      drop: v.literal(true),
      /** Every answer on the wire comes so many milliseconds later; 0 takes it back. */
      delay: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(60_000)),
      /** Nobody's password is right, or nothing listens any more, as far as a client can tell. */
      refuse: v.picklist(['password', 'connections', 'nothing']),
      /** The device restarts: connections break, macros start anew. */
      reboot: v.literal(true),
      /** No more macro text fits. */
      fill: v.boolean(),
    }),
  ),
  v.check((faults) => Object.keys(faults).length > 0, 'Expected at least one fault but received none'),
);
export type Faults = v.InferOutput<typeof FaultsSchema>;
type FaultName = keyof Faults;

/** How each fault is brought about; one without a handler is not there yet. */
export type DeviceFaults = { readonly [Name in FaultName]?: (value: NonNullable<Faults[Name]>) => void };

/** Brings about all of the faults, or none when one is not there yet. @throws ControlError 501 */
export function applyFaults(handlers: DeviceFaults, faults: Faults): void {
  const wanted = Object.keys(faults) as FaultName[];
  const missing = wanted.filter((name) => handlers[name] === undefined);
  if (missing.length > 0) {
    throw new ControlError(501, 'not-implemented', `This device cannot do that yet: ${missing.join(', ')}.`);
  }
  for (const name of wanted) applyFault(handlers, faults, name);
}

function applyFault<Name extends FaultName>(handlers: DeviceFaults, faults: Faults, name: Name): void {
  const value = faults[name];
  if (value !== undefined) handlers[name]?.(value);
}
