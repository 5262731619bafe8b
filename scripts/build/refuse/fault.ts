/** Something in a bundle that would break on the device. */
export interface Fault {
  /** Where, in UTF-16 units of the bundle's code. */
  readonly offset: number;
  /** What, and what to use instead. */
  readonly text: string;
}
