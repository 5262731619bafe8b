import type { RsaDecrypter } from './rsa-decrypter.ts';
import { isSignedBy } from './signature.ts';

/**
 * The private keys and secrets of one skill, each of them valid: while they are being changed, the old and the new
 * are both there.
 */
export class KeyRing {
  private keys: readonly RsaDecrypter[];

  constructor(
    keys: readonly RsaDecrypter[],
    private readonly secrets: readonly string[],
  ) {
    this.keys = keys;
  }

  /** Can it take a message at all? */
  get isComplete(): boolean {
    return this.keys.length > 0 && this.secrets.length > 0;
  }

  verify(message: string, signature: string): boolean {
    return isSignedBy(this.secrets, message, signature);
  }

  /** Decrypts with the first key that can; that key is tried first the next time, because trying costs milliseconds. */
  async decrypt(input: Buffer<ArrayBuffer>): Promise<Buffer | undefined> {
    for (const key of this.keys) {
      const output = await key.decrypt(input);
      if (output === undefined) continue;
      if (key !== this.keys[0]) this.keys = [key, ...this.keys.filter((other) => other !== key)];
      return output;
    }
    return undefined;
  }
}
