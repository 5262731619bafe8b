import { Hono } from 'hono';
import type { SkillDirectory } from '../assistant/index.ts';
import { consoleFiles } from './console-files.ts';
import { deviceRoutes } from './device-routes.ts';
import { answerError, answerNotFound } from './error-answer.ts';
import { describeDevice, type HostedDevice } from './hosted-device.ts';
import { loopbackOnly } from './loopback-only.ts';
import { limitBody } from './read-request.ts';
import { skillRoutes } from './skill-routes.ts';

export interface ControlOptions {
  readonly devices: readonly HostedDevice[];
  readonly skills: SkillDirectory;
  /** Where the built console lies. */
  readonly consoleDirectory: string;
  /** Origins of the pages that the console may show in its web views, such as `http://127.0.0.1:3001`. */
  readonly frameOrigins?: readonly string[] | undefined;
  /** Ends the live streams. */
  readonly closing: AbortSignal;
}

/** The control interface (docs/simulator.md) and the console's files, as one application without a socket. */
export function createControl({ devices, skills, closing, ...files }: ControlOptions): Hono {
  const app = new Hono();
  app.onError(answerError);
  app.notFound(answerNotFound);
  app.use(loopbackOnly);
  app.use('/api/*', limitBody);
  app.get('/api/devices', (c) => c.json(devices.map(describeDevice)));
  app.route('/api/devices', deviceRoutes(devices, closing));
  app.route('/api/skills', skillRoutes(skills));
  app.all('/api/*', answerNotFound);
  app.get('*', consoleFiles(files.consoleDirectory, files.frameOrigins ?? []));
  return app;
}
