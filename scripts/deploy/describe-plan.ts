import { hashInHeader } from './macro-set.ts';
import type { DevicePlan, WantedSet } from './plan.ts';
import type { MacroChange } from './plan-macros.ts';
import { sourceDiff } from './source-diff.ts';

/** A plan as lines for a person, each to follow the device's label. */
export function describePlan(plan: DevicePlan, { secrets }: WantedSet): string[] {
  const { changes, foreign, refusals, repairs, restart } = plan;
  return [
    ...repairs.map((repair) => `would ${repair}`),
    ...changes.map((change) => `would ${describeChange(change)}${secretsOf(change, secrets)}`),
    ...(foreign.length > 0 ? [`leaves alone, not ours: ${foreign.join(', ')}`] : []),
    ...refusals.map(({ message }) => `refused as it is: ${message}`),
    restart ? 'would restart the macros once' : 'would restart nothing',
  ];
}

/** `save room-controls (+1 −1 lines, 812 → 815 bytes, 3f0c… → 9a41…)`. */
export function describeChange({ name, action, wanted, before }: MacroChange): string {
  if (action === 'remove') return `remove ${name}`;
  if (wanted === undefined)
    return `${action} ${name}${action === 'deactivate' ? ', which a foreign macro imports' : ''}`;
  const hash = shorten(wanted.hash);
  if (action !== 'save') return `${action} ${name} (${wanted.bytes} bytes, ${hash})`;
  const verb = wanted.isActive && !before?.isActive ? 'save and activate' : 'save';
  if (!before) return `${verb} ${name} (${wanted.bytes} bytes, ${hash})`;
  const diff = sourceDiff(before.source, wanted.source);
  return `${verb} ${name} (${diff}, ${shorten(hashInHeader(before.source)) || 'no hash'} → ${hash})`;
}

const shorten = (hash: string) => hash.slice(0, 12);

function secretsOf({ name, action }: MacroChange, secrets: WantedSet['secrets']): string {
  const names = secrets.get(name) ?? [];
  return action === 'save' && names.length > 0 ? `; its text holds secrets: ${names.join(', ')}` : '';
}
