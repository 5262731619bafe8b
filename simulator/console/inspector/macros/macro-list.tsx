import type { MacroState } from '../../state/control-types.ts';
import { macros } from '../../state/device-state.ts';
import { sendCommand } from '../../state/selected-device.ts';
import { Switch } from '../../ui/switch.tsx';

/** The macros that are saved, each with its switch. */
export function MacroList() {
  if (macros.value.length === 0) {
    return <p class="macro-none">No macro is saved. Type: npm run deploy:macros</p>;
  }
  return (
    <ul class="macro-list" aria-label="Macros">
      {macros.value.map((macro) => (
        <MacroRow macro={macro} key={macro.name} />
      ))}
    </ul>
  );
}

function MacroRow({ macro: { name, active, running } }: { macro: MacroState }) {
  return (
    <li class="macro">
      <Switch label={`Macro ${name}`} on={active} onChange={(on) => switchMacro(name, on)} />
      <span class="macro-name">{name}</span>
      {active && (
        <span class={running ? 'badge badge-success' : 'badge badge-warning'}>
          {running ? 'running' : 'not running'}
        </span>
      )}
    </li>
  );
}

/** As on a device: the change is made first, then the runtime starts again with it. */
function switchMacro(Name: string, on: boolean): void {
  void sendCommand(`Macros Macro ${on ? 'Activate' : 'Deactivate'}`, { Name });
  void sendCommand('Macros Runtime Restart');
}
