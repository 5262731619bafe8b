import { Agent, request } from 'node:http';

/** One answered request. */
export interface Sample {
  readonly status: number;
  readonly milliseconds: number;
  readonly serverTiming: string;
}

/** A body to send; each is sent once, because a message seen before is refused. */
type Bodies = readonly string[];

/** Sends the bodies as fast as they are answered, `connections` at a time. */
export async function closedLoop(url: string, bodies: Bodies, connections: number): Promise<Sample[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const waiting = [...bodies];
  const samples: Sample[] = [];
  const worker = async () => {
    for (let body = waiting.pop(); body !== undefined; body = waiting.pop()) {
      samples.push(await post(url, body, agent));
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  agent.destroy();
  return samples;
}

/** Sends the bodies at a steady rate, whether the earlier ones are answered or not. */
export async function openLoop(url: string, bodies: Bodies, perSecond: number): Promise<Sample[]> {
  const agent = new Agent({ keepAlive: true });
  const start = performance.now();
  const pending: Promise<Sample>[] = [];
  for (const [index, body] of bodies.entries()) {
    const due = start + (index * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    pending.push(post(url, body, agent));
  }
  const samples = await Promise.all(pending);
  agent.destroy();
  return samples;
}

function post(url: string, body: string, agent: Agent): Promise<Sample> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const call = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          milliseconds: performance.now() - start,
          serverTiming: String(response.headers['server-timing'] ?? ''),
        }),
      );
    });
    call.on('error', reject);
    call.end(body);
  });
}
