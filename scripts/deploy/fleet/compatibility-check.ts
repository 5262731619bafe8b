import type { MacroBundle } from '#scripts/build/bundle-macros';
import { checkAgainstSchema } from '#scripts/build/compatibility/check-against-schema';
import { checkCompatibility, type DeviceKind } from '#scripts/build/compatibility/check-compatibility';
import type { CompatibilityFault } from '#scripts/build/compatibility/compatibility-fault';
import { UserError } from '#scripts/lib/user-error';
import type { DeviceConnection } from '../connect.ts';
import { CommandRefused } from '../connection-error.ts';

/** Holds macros against devices. By the catalogue, devices of one product and release are looked at once. */
export class CompatibilityCheck {
  readonly #known = new WeakMap<MacroBundle, Map<string, CompatibilityFault[]>>();

  /** @param strict asks each device for its own schema, too */
  constructor(private readonly strict: boolean) {}

  /**
   * What stands in the way, and what cannot be told: one line each.
   *
   * @throws UserError `incompatible` when anything stands in the way
   * @throws ConnectionError, CommandRefused
   */
  async check(connection: DeviceConnection, bundles: readonly MacroBundle[]): Promise<string[]> {
    const { label } = connection.target;
    const kind = await readKind(connection);
    const faults = bundles.flatMap((bundle) => this.#byCatalogue(bundle, kind));
    if (this.strict)
      faults.push(...(await bySchema(connection, bundles, `${kind.product} on ${kind.release}`)));
    const messages = (blocks: boolean) => [
      ...new Set(faults.filter((fault) => fault.blocks === blocks).map(({ message }) => message)),
    ];
    const inTheWay = messages(true);
    if (inTheWay.length === 0) return messages(false);
    throw new UserError('incompatible', inTheWay.map((message) => `${label}: ${message}`).join('\n'), 2);
  }

  #byCatalogue(bundle: MacroBundle, kind: DeviceKind): CompatibilityFault[] {
    const known = this.#known.get(bundle) ?? new Map<string, CompatibilityFault[]>();
    this.#known.set(bundle, known);
    const key = `${kind.product} ${kind.release}`;
    const faults = known.get(key) ?? checkCompatibility(bundle, kind);
    known.set(key, faults);
    return faults;
  }
}

async function readKind(connection: DeviceConnection): Promise<DeviceKind> {
  const [product, release] = await Promise.all([
    connection.get('Status SystemUnit ProductPlatform'),
    connection.get('Status SystemUnit Software Version'),
  ]);
  return { product: String(product), release: String(release) };
}

async function bySchema(
  connection: DeviceConnection,
  bundles: readonly MacroBundle[],
  device: string,
): Promise<CompatibilityFault[]> {
  if (connection.lacks.has('schema')) {
    const { label } = connection.target;
    throw new UserError(
      'not-supported',
      `${label}: --strict needs the device's schema, which this connection cannot give.`,
      2,
    );
  }
  const asked = new Map<string, Promise<unknown>>();
  const schemaOf = (path: string) => {
    const answer = asked.get(path) ?? connection.schema(path).catch(nothingThere);
    asked.set(path, answer);
    return answer;
  };
  const faults = await Promise.all(bundles.map((bundle) => checkAgainstSchema(bundle, schemaOf, device)));
  return faults.flat();
}

/** A device refuses to describe what it does not have. */
function nothingThere(error: unknown): undefined {
  if (!(error instanceof CommandRefused)) throw error;
}
