import { startChild } from './child.ts';
import { type Figure, quantile } from './figure.ts';

const RUNS = 7;

/** From typing `npm start`, everything installed and built, to the line that says ready: macros running. */
export async function startToReady(root: string): Promise<Figure[]> {
  const times: number[] = [];
  // The first start builds what is stale; it is not counted.
  for (let run = -1; run < RUNS; run += 1) {
    const child = await startChild(root, ['npm', 'start', '--silent', '--', '--port', '0', '--json']);
    if (run >= 0) times.push(child.readyAfter);
    await child.end();
  }
  return [
    { name: 'npm start to ready, median', value: quantile(times, 0.5), unit: 'ms', atMost: 1500 },
    { name: 'npm start to ready, slowest', value: Math.max(...times), unit: 'ms' },
  ];
}
