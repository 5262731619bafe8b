/// <reference path="./globals.d.ts" />
import type { Commands } from './generated/commands.d.ts';
import type { Configurations } from './generated/configurations.d.ts';
import type { Events } from './generated/events.d.ts';
import type { Statuses } from './generated/statuses.d.ts';

export type { XapiError } from './results.d.ts';
export type { Unsubscribe } from './shapes.d.ts';

export interface Xapi {
  readonly Command: Commands;
  readonly Status: Statuses<'Status'>;
  readonly Config: Configurations<'Config'>;
  readonly Event: Events<'Listen'>;
}

declare const xapi: Xapi;
export default xapi;
