import type { KeyObject, webcrypto } from 'node:crypto';

const { subtle } = globalThis.crypto;
const ALGORITHM = { name: 'RSA-OAEP', hash: 'SHA-256' };

interface Handle {
  readonly key: webcrypto.CryptoKey;
  busy: number;
}

/** Threads of Node's pool, in which decryption runs; Node itself takes 4 where nothing is said. */
const poolThreads = () => Number(process.env.UV_THREADPOOL_SIZE) || 4;

/**
 * RSA-OAEP-SHA256 with one private key on all cores. Node runs the operations of one imported key one after the
 * other, and a thread that waits for it does nothing else. So the key is imported once for each thread of the pool,
 * and each operation goes to the least busy handle. (With a handle per core, 390 turns a second on two cores where
 * this takes 425.)
 */
export class RsaDecrypter {
  private constructor(
    /** Length of what it can decrypt, in bytes. */
    readonly inputLength: number,
    private readonly handles: readonly [Handle, ...Handle[]],
  ) {}

  static async create(privateKey: KeyObject, threads = poolThreads()): Promise<RsaDecrypter> {
    const der = privateKey.export({ format: 'der', type: 'pkcs8' });
    const open = async (): Promise<Handle> => ({
      key: await subtle.importKey('pkcs8', der, ALGORITHM, false, ['decrypt']),
      busy: 0,
    });
    const [first, ...others] = await Promise.all([open(), ...Array.from({ length: threads - 1 }, open)]);
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
