/** The stages of a turn that this door measures, in their order (docs/architecture.md). */
export type DoorStage = 'verify' | 'decrypt' | 'validate' | 'dialogue' | 'finish';

/** Measures one stage after the other. */
export class Stopwatch {
  private readonly stages: [DoorStage, number][] = [];
  private startedAt = performance.now();

  /** The stage that was under way since the one before it is over. */
  end(stage: DoorStage): void {
    const now = performance.now();
    this.stages.push([stage, now - this.startedAt]);
    this.startedAt = now;
  }

  /** As a `Server-Timing` header has it: milliseconds with three digits. */
  toHeader(): string {
    return this.stages.map(([stage, milliseconds]) => `${stage};dur=${milliseconds.toFixed(3)}`).join(', ');
  }

  /** Whole milliseconds of all stages together. */
  get total(): number {
    return Math.round(this.stages.reduce((sum, [, milliseconds]) => sum + milliseconds, 0));
  }
}
