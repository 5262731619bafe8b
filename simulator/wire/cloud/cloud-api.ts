import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as v from 'valibot';
import type { Caller } from '../../device/types.ts';
import { XapiError } from '../../device/xapi-error.ts';
import { nextClient } from '../client-caller.ts';
import { type Asked, type CloudDevice, describeCloudDevice, findCloudDevice } from './cloud-device.ts';
import { asCloudError, CloudError } from './cloud-error.ts';
import type { CloudFaults } from './cloud-faults.ts';
import { listConfigurations, PatchSchema, patchConfigurations } from './configurations.ts';
import { requireToken } from './require-token.ts';
import { CommandSchema, queryStatus, runCommand } from './xapi-requests.ts';

export interface CloudOptions {
  readonly devices: readonly CloudDevice[];
  /** Whoever bears it is an administrator. */
  readonly token: string;
}

const BODY_MAX = 4 * 1024 * 1024;
const PATCH_TYPE = 'application/json-patch+json';

/** What is documented of the Webex REST API for devices: their list, commands, statuses and configurations. */
export function cloudApi({ devices, token }: CloudOptions, faults: CloudFaults): Hono {
  const app = new Hono();
  const callers = new Map<string, Caller>();
  const ask = (id: string | undefined): Asked => {
    const { device } = findCloudDevice(devices, id);
    if (faults.offline) throw new CloudError(503, 'The device is not connected');
    const caller = callers.get(device.name) ?? nextClient(device);
    callers.set(device.name, caller);
    return { device, caller };
  };
  app.onError((error, c) => sayError(c, error));
  app.notFound((c) => sayError(c, new CloudError(404, 'The requested resource could not be found.')));
  app.use(bodyLimit({ maxSize: BODY_MAX, onError: (c) => sayError(c, new CloudError(413, 'too large')) }));
  app.use(requireToken(token, faults));
  app.get('/v1/devices', (c) => {
    const wanted = c.req.query('displayName');
    const listed = devices.filter(({ device }) => wanted === undefined || device.name === wanted);
    return c.json({ items: listed.map((each) => describeCloudDevice(each, !faults.offline)) });
  });
  app.post('/v1/xapi/command/:name', async (c) => {
    const request = read(CommandSchema, await c.req.json().catch(() => undefined));
    const { deviceId, arguments: given } = request;
    const running = runCommand(ask(deviceId), c.req.param('name'), request);
    if (faults.acceptNext > 0) {
      faults.acceptNext -= 1;
      // Nobody will hear what becomes of it.
      running.catch(() => undefined);
      return c.json({ deviceId, arguments: given }, 202);
    }
    return c.json({ deviceId, arguments: given, result: await running });
  });
  app.get('/v1/xapi/status', (c) => {
    const deviceId = c.req.query('deviceId') ?? '';
    return c.json({ deviceId, result: queryStatus(ask(deviceId), c.req.queries('name') ?? []) });
  });
  app.get('/v1/deviceConfigurations', (c) => {
    const deviceId = c.req.query('deviceId') ?? '';
    return c.json({ deviceId, items: listConfigurations(ask(deviceId), c.req.query('key') ?? '*') });
  });
  app.patch('/v1/deviceConfigurations', async (c) => {
    if (c.req.header('content-type') !== PATCH_TYPE) {
      throw new CloudError(415, `The content type must be ${PATCH_TYPE}`);
    }
    const deviceId = c.req.query('deviceId') ?? '';
    const patch = read(PatchSchema, await c.req.json().catch(() => undefined));
    return c.json({ deviceId, items: patchConfigurations(ask(deviceId), patch) });
  });
  return app;
}

function read<Schema extends v.GenericSchema>(schema: Schema, value: unknown): v.InferOutput<Schema> {
  const checked = v.safeParse(schema, value);
  if (checked.success) return checked.output;
  const [issue] = checked.issues;
  throw new CloudError(400, `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`);
}

function sayError(c: Context, thrown: Error): Response {
  const error = thrown instanceof XapiError ? asCloudError(thrown) : thrown;
  const { status, headers } = error instanceof CloudError ? error : new CloudError(500, error.message);
  const { message } = error;
  const trackingId = `SIM_${randomUUID()}`;
  return c.json({ message, errors: [{ description: message }], trackingId }, status, headers);
}
