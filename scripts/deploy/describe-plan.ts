import type { DeviceMacro } from './device-macros.ts';
import { hashInHeader, type WantedMacro } from './macro-set.ts';
import type { DevicePlan } from './plan.ts';
import type { MacroChange } from './plan-macros.ts';
import { sourceDiff } from './source-diff.ts';

/** A plan as lines for a person, each to follow the device's label. */
export function describePlan(plan: DevicePlan): string[] {
  const { changes, foreign, refusals, repairs, restart, remarks } = plan;
  return [
    ...repairs.map((repair) => `would ${repair}`),
    ...changes.map((change) => `would ${describeChange(change, remarks)}`),
    ...(foreign.length > 0 ? [`leaves alone, not ours: ${foreign.join(', ')}`] : []),
    ...refusals.map(({ message }) => `refused as it is: ${message}`),
    restart ? 'would restart the macros once' : 'would restart nothing',
  ];
}

/** `save room-controls (+1 −1 lines, 812 → 815 bytes, 3f0c… → 9a41…)`. */
export function describeChange(change: MacroChange, remarks: DevicePlan['remarks']): string {
  const { name, action, wanted, before } = change;
  if (action === 'remove') return `remove ${name}`;
  if (wanted === undefined) {
    return `${action} ${name}${action === 'deactivate' ? ', which a foreign macro imports' : ''}`;
  }
  const hash = shorten(wanted.hash);
  if (action !== 'save') return `${action} ${name} (${wanted.bytes} bytes, ${hash})`;
  const verb = wanted.isActive && !before?.isActive ? 'save and activate' : 'save';
  return `${verb} ${name} (${describeText(wanted, before)})${remarks.get(name) ?? ''}`;
}

function describeText(wanted: WantedMacro, before: DeviceMacro | undefined): string {
  const hash = shorten(wanted.hash);
  if (!before) return `${wanted.bytes} bytes, ${hash}`;
  const diff = sourceDiff(before.source, wanted.source);
  return `${diff}, ${shorten(hashInHeader(before.source)) || 'no hash'} → ${hash}`;
}

const shorten = (hash: string) => hash.slice(0, 12);
