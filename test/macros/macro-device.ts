import { bundleMacros } from '#scripts/build/bundle-macros';
import type { MacroSettings } from '#scripts/deploy/target';
import { createDevice, type SimulatedDevice } from '#simulator/create-device';
import { commission } from '#simulator/device/commission';
import type { JournalEntry } from '#simulator/device/journal';
import { parsePath } from '#simulator/device/path';
import type { Json, JsonObject } from '#simulator/device/types';

const control = { origin: 'control', roles: ['Admin', 'User', 'Integrator', 'RoomControl'] } as const;

/** A simulated device on which our own bundled macros run, and what a test does to it and asks of it. */
export class MacroDevice {
  private constructor(readonly device: SimulatedDevice) {}

  /** With the named macros of ours, ready; its clock stands still. */
  static start(...names: string[]): Promise<MacroDevice> {
    return MacroDevice.startWith({}, ...names);
  }

  /** Likewise, with settings of the device's own. */
  static async startWith(settings: MacroSettings, ...names: string[]): Promise<MacroDevice> {
    const device = await createDevice({ name: 'room1' });
    commission(device);
    await device.clock.advance(0);
    const started = new MacroDevice(device);
    await started.load(settings, ...names);
    return started;
  }

  private async load(settings: MacroSettings, ...names: string[]): Promise<void> {
    const { store, restart } = this.device.macros;
    for (const { name, source } of await bundleMacros(process.cwd(), { only: names, settings })) {
      store.save(name, source);
      store.activate(name);
    }
    await restart();
    await this.device.settled();
  }

  /** Raises an assistant event; an object is sent as the Assistant sends it, as JSON text. */
  notify(Name: string, payload?: object | string): Promise<void> {
    const Payload = typeof payload === 'object' ? JSON.stringify(payload) : payload;
    return this.raise('UserInterface Assistant Notification', {
      Name,
      ...(Payload === undefined ? {} : { Payload }),
    });
  }

  async raise(path: string, value: JsonObject): Promise<void> {
    this.device.raise(parsePath(path), value);
    await this.device.settled();
  }

  async status(path: string, value: Json): Promise<void> {
    this.device.setStatus(parsePath(path), value);
    await this.device.settled();
  }

  /** Somebody touches a widget of the panel. */
  touch(WidgetId: string, Type: string, Value: string): Promise<void> {
    return this.raise('UserInterface Extensions Widget Action', { WidgetId, Type, Value });
  }

  /** As a client or the Assistant would. */
  async command(path: string, params: JsonObject = {}): Promise<void> {
    await this.device.command(control, parsePath(path), params);
    await this.device.settled();
  }

  async wait(seconds: number): Promise<void> {
    await this.device.clock.advance(seconds * 1000);
    await this.device.settled();
  }

  get screen() {
    return this.device.screen.current;
  }

  /** The value that a widget has, as the device's status says it. */
  widget(widgetId: string): string | undefined {
    const widgets = this.screen.panels.flatMap((panel) => panel.pages.flatMap((page) => page.rows));
    return widgets.flatMap((row) => row.widgets).find((widget) => widget.id === widgetId)?.value;
  }

  panel(panelId: string) {
    return this.screen.panels.find((panel) => panel.id === panelId);
  }

  /** What the macros commanded since `after`, as `Audio Volume Set`. */
  commands(after = 0): JournalEntry[] {
    return this.entries(after).filter(
      ({ kind, origin }) => kind === 'command' && origin.startsWith('macro:'),
    );
  }

  /** Lines of the macro log since `after`, as `WARN assistant-events …`. */
  log(after = 0): string[] {
    return this.entries(after)
      .filter(({ kind, origin }) => kind === 'log' && origin.startsWith('macro:'))
      .map(({ path, params }) => `${level(params)} ${path} ${message(params)}`);
  }

  private entries(after: number) {
    return [...this.device.journal.after(after)];
  }
}

const level = (params: Json | undefined) => fieldOf(params, 'Level');
const message = (params: Json | undefined) => fieldOf(params, 'Message');

const fieldOf = (params: Json | undefined, name: string): string =>
  String(
    typeof params === 'object' && params !== null && !Array.isArray(params)
      ? (params as JsonObject)[name]
      : '',
  );
