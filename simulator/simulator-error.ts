export type SimulatorErrorCode = 'unknown-product' | 'bad-device-name' | 'port-taken';

/** Why the simulator cannot start as it was asked to. */
export class SimulatorError extends Error {
  override readonly name = 'SimulatorError';

  constructor(
    readonly code: SimulatorErrorCode,
    message: string,
  ) {
    super(message);
  }
}
