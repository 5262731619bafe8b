import { createDevice, type SimulatedDevice } from '#simulator/create-device';
import { commission } from '#simulator/device/commission';
import { listen } from '#simulator/wire/listen';
import { bundleMacros, type MacroBundle } from '../build/bundle-macros.ts';
import { connectDevice, type DeviceConnection } from '../deploy/connect.ts';
import { simulatedTarget } from '../deploy/target.ts';
import { type Figure, quantile } from './figure.ts';

const SAVES = 20;
const EVENTS = 1000;

/** The guide's own macro: as little as can show an alert for an assistant event. */
const SMALLEST = `import xapi from 'xapi';
xapi.Event.UserInterface.Assistant.Notification.on(({ Name, Payload }) => {
  const { text } = JSON.parse(Payload);
  xapi.Command.UserInterface.Message.Alert.Display({ Title: Name, Text: text, Duration: 5 });
});
`;

/** What macros weigh, how soon a saved one runs, and how soon an event becomes a command. */
export async function macroFigures(root: string): Promise<Figure[]> {
  const bundles = await bundleMacros(root);
  return [...sizes(bundles), ...(await saveToRunning()), ...(await eventToCommand(bundles))];
}

function sizes(bundles: readonly MacroBundle[]): Figure[] {
  const kilobytes = (bytes: number) => bytes / 1024;
  const all = bundles.reduce((sum, { bytes }) => sum + bytes, 0);
  return [
    ...bundles.map(({ name, bytes }) => ({
      name: `macro ${name}, minified`,
      value: kilobytes(bytes),
      unit: 'KB',
      ...(name === 'assistant-events' && { atMost: 16 }),
    })),
    { name: 'all macros, minified', value: kilobytes(all), unit: 'KB', atMost: 64 },
  ];
}

/** Over the wire, as from an editor: save, restart, until the new source has written its first log line. */
async function saveToRunning(): Promise<Figure[]> {
  const device = await createDevice({ name: 'bench' });
  commission(device);
  const wire = await listen(device, { username: 'admin', password: 'bench' });
  const target = simulatedTarget({
    name: 'bench',
    address: wire.address,
    username: 'admin',
    password: 'bench',
  });
  const connection = await connectDevice(target);
  try {
    const times: number[] = [];
    const waitForLog = await logLines(connection);
    for (let run = 0; run < SAVES; run += 1)
      times.push(await timeOneSave(connection, waitForLog, `saved ${run}`));
    return [
      { name: 'save to running, first', value: times[0] ?? Number.NaN, unit: 'ms', atMost: 250 },
      { name: 'save to running, median', value: quantile(times, 0.5), unit: 'ms', atMost: 250 },
    ];
  } finally {
    connection.close();
    await wire.close();
    device.close();
  }
}

type WaitForLog = (message: string) => Promise<void>;

async function logLines(connection: DeviceConnection): Promise<WaitForLog> {
  const waiting = new Map<string, () => void>();
  await connection.subscribe('Event Macros Log', (event) => {
    const { Message } = event as { Message?: unknown };
    waiting.get(String(Message))?.();
  });
  return (message) => new Promise((resolve) => waiting.set(message, resolve));
}

async function timeOneSave(
  connection: DeviceConnection,
  waitForLog: WaitForLog,
  line: string,
): Promise<number> {
  const running = waitForLog(line);
  const startedAt = performance.now();
  const source = `import xapi from 'xapi';\nconsole.log('${line}');\n`;
  await connection.command(
    'Macros Macro Save',
    { Name: 'bench', Overwrite: 'True', Transpile: 'False' },
    source,
  );
  await connection.command('Macros Macro Activate', { Name: 'bench' });
  await connection.command('Macros Runtime Restart');
  await running;
  return performance.now() - startedAt;
}

/** From raising `UserInterface Assistant Notification` to the alert's command, against the smallest macro's. */
async function eventToCommand(bundles: readonly MacroBundle[]): Promise<Figure[]> {
  const ours = bundles.find(({ name }) => name === 'assistant-events');
  if (!ours) throw new Error('there is no macro assistant-events');
  const smallest = await timeEvents(SMALLEST);
  const own = await timeEvents(ours.source);
  return [
    { name: "event to first command, the smallest macro's", value: smallest, unit: 'ms' },
    { name: 'event to first command, assistant-events', value: own, unit: 'ms' },
    { name: 'assistant-events against the smallest', value: own / smallest, unit: '×', atMost: 2 },
  ];
}

async function timeEvents(source: string): Promise<number> {
  const device = await createDevice({ name: 'bench' });
  await device.macros.load('bench', source);
  const times: number[] = [];
  for (let run = 0; run < EVENTS; run += 1) times.push(await timeOneEvent(device));
  device.close();
  return quantile(times, 0.5);
}

async function timeOneEvent(device: SimulatedDevice): Promise<number> {
  const startedAt = performance.now();
  const command = new Promise<number>((resolve) => {
    const off = device.journal.onEntry((entry) => {
      if (entry.kind !== 'command') return;
      off();
      resolve(performance.now() - startedAt);
    });
  });
  device.raise(['UserInterface', 'Assistant', 'Notification'], {
    Name: 'Switch',
    Payload: '{"text":"Ok, turning lights on."}',
  });
  const time = await command;
  await device.settled();
  return time;
}
