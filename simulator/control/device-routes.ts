import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { UTTERANCE_MAX } from '#contract';
import { withoutRoot } from '../device/path.ts';
import { CONTROL } from './control-caller.ts';
import { applyFaults, FaultsSchema } from './device-faults.ts';
import { findDevice, type HostedDevice } from './hosted-device.ts';
import { streamLive } from './live-route.ts';
import { JsonObjectSchema, JsonSchema, PathSchema, readBody, readCount, readPath } from './read-request.ts';
import { SetAnswerSchema } from './set-answer.ts';

const PathAndValueSchema = v.object({ path: PathSchema, value: JsonSchema });
const EventSchema = v.object({ path: PathSchema, value: v.optional(JsonObjectSchema, {}) });
const DAY_MS = 86_400_000;
const AdvanceSchema = v.object({
  advance: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(366 * DAY_MS)),
});
const SaySchema = v.object({ text: v.pipe(v.string(), v.nonEmpty(), v.maxLength(UTTERANCE_MAX)) });
const CommandSchema = v.object({
  path: PathSchema,
  params: v.optional(JsonObjectSchema),
  body: v.optional(v.string()),
});

/** Everything below `/api/devices/:name`. What changes the device answers when it has come to rest again. */
export function deviceRoutes(devices: readonly HostedDevice[], closing: AbortSignal): Hono {
  const routes = new Hono();
  const hosted = (c: Context) => findDevice(devices, c.req.param('name') ?? '');
  const settled = async (c: Context, { device }: HostedDevice) => {
    await device.settled();
    return c.json({ seq: device.journal.last });
  };
  routes.post('/:name/events', async (c) => {
    const target = hosted(c);
    const { path, value } = await readBody(c, EventSchema);
    target.device.raise(path, value);
    return settled(c, target);
  });
  routes.get('/:name/status', (c) => {
    const path = withoutRoot(readPath(c), 'Status');
    return c.json({ value: hosted(c).device.get(CONTROL, ['Status', ...path]) });
  });
  routes.put('/:name/status', async (c) => {
    const target = hosted(c);
    const { path, value } = await readBody(c, PathAndValueSchema);
    target.device.setStatus(path, value);
    return settled(c, target);
  });
  routes.put('/:name/configuration', async (c) => {
    const target = hosted(c);
    const { path, value } = await readBody(c, PathAndValueSchema);
    target.device.setConfiguration(path, value);
    return settled(c, target);
  });
  routes.put('/:name/answers', async (c) => {
    const target = hosted(c);
    const { command, answer } = await readBody(c, SetAnswerSchema);
    target.device.setAnswer(command, answer);
    return settled(c, target);
  });
  routes.post('/:name/clock', async (c) => {
    const { device } = hosted(c);
    const { advance } = await readBody(c, AdvanceSchema);
    await device.clock.advance(advance);
    return c.json({ now: new Date(device.clock.now()).toISOString(), seq: device.journal.last });
  });
  routes.post('/:name/faults', async (c) => {
    const target = hosted(c);
    applyFaults(target.faults, await readBody(c, FaultsSchema));
    return settled(c, target);
  });
  routes.post('/:name/commands', async (c) => {
    const { device } = hosted(c);
    const { path, params, body } = await readBody(c, CommandSchema);
    return c.json(await device.command(CONTROL, path, params, body));
  });
  routes.post('/:name/say', async (c) => {
    const { assistant } = hosted(c);
    return c.json(await assistant.hear((await readBody(c, SaySchema)).text));
  });
  routes.get('/:name/screen', (c) => c.json(hosted(c).device.screen.current));
  routes.get('/:name/journal', (c) => {
    const { journal } = hosted(c).device;
    return c.json({ entries: journal.after(readCount(c, 'after')), last: journal.last });
  });
  routes.get('/:name/turns', (c) => {
    const { turns } = hosted(c).assistant;
    return c.json({ turns: turns.after(readCount(c, 'after')), last: turns.lastId });
  });
  routes.get('/:name/live', (c) => streamLive(c, hosted(c), closing));
  return routes;
}
