/** A device to deploy to, real or simulated, and how to get in. */
export interface DeployTarget {
  readonly name: string;
  /** Stands on every line that acts: `room1`, or `SIM room1` for a simulated device. */
  readonly label: string;
  /** `wss://…` or `ws://…`; what stands behind the host and port is passed over. */
  readonly address: string;
  readonly username: string;
  readonly password: string;
  /** Takes any certificate, and sends the password over plain `ws` to another machine. */
  readonly insecure: boolean;
}
