/** The macro's name on the device; filled in by the build. */
declare const MACRO_NAME: string;
/** SHA-256 of the macro's code in hex, as its header names it; filled in by the build. */
declare const MACRO_HASH: string;
/**
 * The settings of this macro on this device, checked against the `schema` of its `settings.ts`, defaults filled in;
 * put in by the build.
 */
declare const MACRO_SETTINGS: unknown;
