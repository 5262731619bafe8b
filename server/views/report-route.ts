import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import * as v from 'valibot';
import { contractError, type DeviceReport, DeviceReportSchema } from '#contract';
import type { DeviceStates } from './device-states.ts';
import type { ViewClaims, ViewTokens } from './view-tokens.ts';

const REPORT_MAX_BYTES = 16 * 1024;

const limit = bodyLimit({
  maxSize: REPORT_MAX_BYTES,
  onError: (context) => context.json({ message: `report: has more than ${REPORT_MAX_BYTES} bytes` }, 413),
});

/** Takes a device's report of its room and of the end of its page, from whoever bears a report token. */
export function reportRoute(tokens: ViewTokens, states: DeviceStates) {
  const admit = createMiddleware<{ Variables: { claims: ViewClaims } }>(async (context, next) => {
    const bearer = /^Bearer +(\S+)$/i.exec(context.req.header('Authorization') ?? '');
    const claims = await tokens.verify('report', bearer?.[1]);
    if (claims) {
      context.set('claims', claims);
      return next();
    }
    const message = 'the report token is missing, broken or expired';
    return context.json({ message }, 401, { 'WWW-Authenticate': 'Bearer' });
  });

  return new Hono().post('/', admit, limit, async (context) => {
    const report = parseReport(await context.req.text());
    if ('message' in report) return context.json({ message: report.message }, 400);
    states.report(context.get('claims'), report);
    return context.body(null, 204);
  });
}

function parseReport(text: string): DeviceReport | { message: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { message: 'report: is not JSON' };
  }
  const result = v.safeParse(DeviceReportSchema, json);
  return result.success ? result.output : { message: contractError('report', result.issues).message };
}
