import type { CatalogueEntry, Role } from '#xapi';
import type { Caller } from './types.ts';
import { XAPI_ERROR, XapiError } from './xapi-error.ts';

/** Who may read a value or hear of an event. */
export function readersOf(entry: CatalogueEntry): readonly Role[] {
  return entry.type === 'Configuration' || entry.type === 'Event' ? entry.read : entry.role;
}

export const hasRole = ({ roles }: Pick<Caller, 'roles'>, wanted: readonly Role[]): boolean =>
  roles.some((role) => wanted.includes(role));

export const noPermission = () => new XapiError(XAPI_ERROR.noPermission, 'Permission denied');
