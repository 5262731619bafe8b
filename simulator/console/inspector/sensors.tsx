import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { screen } from '../state/device-state.ts';
import { selectedName, sendCommand } from '../state/selected-device.ts';
import { Choice, type ChoiceOption } from '../ui/choice.tsx';
import { Stepper } from '../ui/stepper.tsx';
import { readSensors, SENSORS, sensors, turnSensor } from './sensor-values.ts';
import './sensors.css';

const PRESENCE: readonly ChoiceOption<string>[] = [
  { value: 'Yes', label: 'Somebody' },
  { value: 'No', label: 'Nobody' },
  { value: 'Unknown', label: 'Unknown' },
];

const STANDBY: readonly ChoiceOption<string>[] = [
  { value: 'Deactivate', label: 'Awake' },
  { value: 'Halfwake', label: 'Half awake' },
  { value: 'Activate', label: 'Standby' },
];

/** The Standby command that leads to each state. */
const COMMANDS = {
  Off: 'Deactivate',
  Halfwake: 'Halfwake',
  EnteringStandby: 'Activate',
  Standby: 'Activate',
} as const;

const degrees = (celsius: number) => `${celsius.toFixed(1)} °C`;

/** What the room is like, as the device senses it; here it can be made otherwise. */
export function Sensors() {
  const name = selectedName.value;
  useEffect(() => {
    if (name !== null) void readSensors(name);
  }, [name]);
  const { people, presence, temperature } = sensors.value;
  return (
    <div class="sensors">
      <SensorRow name="People" path={SENSORS.people}>
        <Stepper
          label="People in the room"
          value={Number(people ?? 0)}
          min={0}
          max={99}
          onChange={(count) => turnSensor('people', count)}
        />
      </SensorRow>
      <SensorRow name="Presence" path={SENSORS.presence}>
        <Choice
          label="Presence"
          options={PRESENCE}
          value={presence}
          onChoose={(value) => turnSensor('presence', value)}
        />
      </SensorRow>
      <SensorRow name="Temperature" path={SENSORS.temperature}>
        <Stepper
          label="Room temperature"
          value={Number(temperature ?? 0)}
          min={-10}
          max={50}
          step={0.5}
          format={degrees}
          onChange={(celsius) => turnSensor('temperature', celsius.toFixed(1))}
        />
      </SensorRow>
      <SensorRow name="Device" path="Standby State">
        <Choice
          label="Device"
          options={STANDBY}
          value={screen.value && COMMANDS[screen.value.standby]}
          onChoose={(command) => sendCommand(`Standby ${command}`)}
        />
      </SensorRow>
    </div>
  );
}

interface SensorRowProps {
  readonly name: string;
  readonly path: string;
  readonly children: ComponentChildren;
}

const SensorRow = ({ name, path, children }: SensorRowProps) => (
  <div class="sensor">
    <div class="sensor-words">
      <p>{name}</p>
      <p class="sensor-path mono" title={path}>
        {path}
      </p>
    </div>
    {children}
  </div>
);
