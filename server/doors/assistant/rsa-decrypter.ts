import type { KeyObject, webcrypto } from 'node:crypto';
import { availableParallelism } from 'node:os';

const { subtle } = globalThis.crypto;
const ALGORITHM = { name: 'RSA-OAEP', hash: 'SHA-256' };

interface Handle {
  readonly key: webcrypto.CryptoKey;
  busy: number;
}

/**
 * RSA-OAEP-SHA256 with one private key on all cores. Node runs the operations of one imported key one after the
 * other, so the key is imported once per core and each operation goes to the least busy handle.
 */
export class RsaDecrypter {
  private constructor(
    /** Length of what it can decrypt, in bytes. */
    readonly inputLength: number,
    private readonly handles: readonly [Handle, ...Handle[]],
  ) {}

  static async create(privateKey: KeyObject, cores = availableParallelism()): Promise<RsaDecrypter> {
    const der = privateKey.export({ format: 'der', type: 'pkcs8' });
    const open = async (): Promise<Handle> => ({
      key: await subtle.importKey('pkcs8', der, ALGORITHM, false, ['decrypt']),
      busy: 0,
    });
    const [first, ...others] = await Promise.all([open(), ...Array.from({ length: cores - 1 }, open)]);
    const bits = privateKey.asymmetricKeyDetails?.modulusLength ?? 0;
    return new RsaDecrypter(bits / 8, [first, ...others]);
  }

  /** The plaintext, or `undefined` when the input was not encrypted for this key. */
  async decrypt(input: Buffer<ArrayBuffer>): Promise<Buffer | undefined> {
    if (input.length !== this.inputLength) return undefined;
    const handle = this.leastBusy();
    handle.busy += 1;
    try {
      return Buffer.from(await subtle.decrypt(ALGORITHM, handle.key, input));
    } catch {
      return undefined;
    } finally {
      handle.busy -= 1;
    }
  }

  private leastBusy(): Handle {
    return this.handles.reduce((least, handle) => (handle.busy < least.busy ? handle : least));
  }
}
