import { XAPI_ERROR, type XapiError } from '../../device/xapi-error.ts';

type CloudStatus = 400 | 401 | 403 | 404 | 413 | 415 | 429 | 500 | 503;

/** An answer of the REST API that is an error. */
export class CloudError extends Error {
  override readonly name = 'CloudError';

  constructor(
    readonly status: CloudStatus,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/** What the device says as a code, the REST API says as an HTTP status. */
export function asCloudError({ code, message }: XapiError): CloudError {
  switch (code) {
    case XAPI_ERROR.noSuchMethod:
      return new CloudError(404, message);
    case XAPI_ERROR.noPermission:
      return new CloudError(403, message);
    case XAPI_ERROR.internal:
      return new CloudError(500, message);
    default:
      return new CloudError(400, message);
  }
}
