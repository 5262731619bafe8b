/// <reference path="./globals.d.ts" />
import type { Commands } from './generated/commands.d.ts';
import type { Configurations } from './generated/configurations.d.ts';
import type { Events } from './generated/events.d.ts';
import type { Statuses } from './generated/statuses.d.ts';
import type { Children, EventChildren } from './shapes.d.ts';

export type { XapiError } from './results.d.ts';
export type { Unsubscribe } from './shapes.d.ts';

export interface Xapi {
  readonly Command: Commands;
  readonly Status: Children<Statuses, 'Status'>;
  readonly Config: Children<Configurations, 'Config'>;
  readonly Event: EventChildren<Events>;
}

declare const xapi: Xapi;
export default xapi;
