import type { XapiUse } from './compatibility/xapi-use.ts';

/** One macro as it goes to a device. */
export interface MacroBundle {
  /** The folder's name, and the macro's on the device. */
  readonly name: string;
  /** One ES2020 module that imports nothing but `xapi`; its first line names name, version and hash. */
  readonly source: string;
  /**
   * SHA-256 in hex of the source with 64 zeros in the places of the hash. The macro logs
   * `ready NAME HASH` when it has started.
   */
  readonly hash: string;
  /** Length of the source in UTF-8. */
  readonly bytes: number;
  /** Source map, JSON. It stays here; device logs are read with it. */
  readonly map: string;
  /** Every use of the xAPI, in the order of the bundle. */
  readonly uses: readonly XapiUse[];
  /** Names of the settings that its schema marks as secret, and whose values are in the source. */
  readonly secrets: readonly string[];
}
