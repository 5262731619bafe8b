import type { Role } from '#xapi';
import type { MacroRuntime } from '../../runtime/create-macro-runtime.ts';
import type { SavedMacro } from '../../runtime/macro-store.ts';
import type { Behavior, Behaviors, CommandCall, Device, JsonObject } from '../types.ts';
import { XAPI_ERROR, XapiError } from '../xapi-error.ts';

/** The commands below `Macros`. What they change in the store runs from the runtime's next start on. */
export function macroBehaviors(device: Device, runtime: MacroRuntime): Behaviors {
  return {
    ...storeBehaviors(device, runtime),
    ...runtimeBehaviors(device, runtime),
    'Macros Log Get': ({ params }) => ({
      Log: runtime.log.from(Number(params.Offset)).map((line) => ({ id: line.Offset, ...line })),
    }),
    'Macros Log Clear': () => {
      runtime.log.clear();
      return undefined;
    },
  };
}

function storeBehaviors(device: Device, { store }: MacroRuntime): Behaviors {
  const told = (event: string, names: JsonObject): undefined => {
    device.raise(['Macros', 'Macro', event], names);
  };
  const named =
    (event: string, change: (name: string, call: CommandCall) => void): Behavior =>
    (call) => {
      const name = text(call.params.Name);
      change(name, call);
      return told(event, { Name: name });
    };
  return {
    'Macros Macro Save': named('Saved', (name, { params, body }) => {
      if (body === undefined) throw new XapiError(XAPI_ERROR.badParameter, 'Bad usage: Missing body.');
      store.save(name, body, { overwrite: params.Overwrite === 'True' });
    }),
    'Macros Macro Activate': named('Activated', (name) => store.activate(name)),
    'Macros Macro Deactivate': named('Deactivated', (name) => store.deactivate(name)),
    'Macros Macro Remove': named('Removed', (name) => store.remove(name)),
    'Macros Macro RemoveAll': () => {
      const removed = store.list();
      store.removeAll();
      for (const { name } of removed) told('Removed', { Name: name });
      return undefined;
    },
    'Macros Macro Rename': ({ params }) => {
      const names = { Name: text(params.Name), NewName: text(params.NewName) };
      store.rename(names.Name, names.NewName, { overwrite: params.Overwrite === 'True' });
      return told('Renamed', names);
    },
    'Macros Macro Roles Set': ({ params }) => {
      store.setRoles(text(params.Name), rolesOf(params.Role));
      return undefined;
    },
    'Macros Macro Get': ({ params }) => {
      const chosen = params.Name === undefined ? store.list() : [store.get(text(params.Name))];
      const all = store.list();
      const shown = chosen.map((macro) => describe(macro, all.indexOf(macro) + 1, params.Content === 'True'));
      return shown.length === 0 ? undefined : { Macro: shown };
    },
  };
}

function runtimeBehaviors(device: Device, runtime: MacroRuntime): Behaviors {
  // They answer at once: the asker may be a macro, which the restart ends.
  const whenOn = (work: () => Promise<void>): Behavior => {
    return () => {
      if (device.peek(['Configuration', 'Macros', 'Mode']) !== 'On') {
        throw new XapiError(XAPI_ERROR.commandFailed, 'Macros are off: Configuration Macros Mode is Off');
      }
      void work();
      return undefined;
    };
  };
  return {
    'Macros Runtime Start': whenOn(runtime.start),
    'Macros Runtime Restart': whenOn(runtime.restart),
    'Macros Runtime Stop': () => {
      void runtime.stop();
      return undefined;
    },
    'Macros Runtime Status': () => runtime.status(),
  };
}

const describe = ({ name, active, content }: SavedMacro, id: number, withContent: boolean): JsonObject => ({
  id,
  Name: name,
  Active: active ? 'True' : 'False',
  ...(withContent && { Content: content }),
});

const text = (value: unknown): string => String(value ?? '');

/** The catalogue has admitted only roles. */
const rolesOf = (value: unknown): readonly Role[] => (Array.isArray(value) ? (value as Role[]) : []);
