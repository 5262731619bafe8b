import { selectDevice } from '../state/connection.ts';
import { devices, selectedDevice } from '../state/selected-device.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { ConnectionState } from './connection-state.tsx';
import { Mark } from './mark.tsx';
import './header.css';

export function Header() {
  const device = selectedDevice.value;
  return (
    <header class="header">
      <Mark />
      <h1 class="header-title">RoomOS Assistant Kit</h1>
      {device && (
        <div class="header-device">
          {devices.value.length > 1 ? <DevicePicker /> : <strong>{device.name}</strong>}
          <span class="header-product">
            {device.product}, RoomOS {device.release}
          </span>
          <span class="header-address mono">
            {device.address}
            <CopyButton text={device.address} label="Copy the device’s address" />
          </span>
        </div>
      )}
      <ConnectionState />
    </header>
  );
}

function DevicePicker() {
  return (
    <select
      class="field"
      aria-label="Device"
      value={selectedDevice.value?.name}
      onChange={(event) => selectDevice(event.currentTarget.value)}
    >
      {devices.value.map(({ name }) => (
        <option key={name}>{name}</option>
      ))}
    </select>
  );
}
