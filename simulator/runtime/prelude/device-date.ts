/** A `Date` whose present is the device's clock. Stands alone: its text is evaluated inside QuickJS. */
export function createDeviceDate(now: () => number) {
  const Native = Date;

  function DeviceDate(...args: unknown[]) {
    if (new.target === undefined) return new Native(now()).toString();
    const target = new.target === (DeviceDate as unknown) ? Native : new.target;
    return Reflect.construct(Native, args.length === 0 ? [now()] : args, target) as Date;
  }

  Object.setPrototypeOf(DeviceDate, Native);
  Object.defineProperty(DeviceDate, 'name', { value: 'Date' });
  DeviceDate.prototype = Native.prototype;
  DeviceDate.now = now;
  Object.defineProperty(Native.prototype, 'constructor', { configurable: true, value: DeviceDate });
  return DeviceDate;
}
