import { STAGES, type Stage, type StageTiming } from './turn-record.ts';

/** How long a stage took on the server, in milliseconds. */
export interface ServerStage {
  readonly stage: Stage;
  readonly milliseconds: number;
}

/** Reads the stages of a turn out of a `Server-Timing` header; what is not one of our stages is passed over. */
export function parseServerTiming(header: string | null): ServerStage[] {
  return (header ?? '').split(',').flatMap((entry) => {
    const [name = '', ...params] = entry.split(';').map((part) => part.trim());
    const stage = STAGES.find((candidate) => candidate === name);
    const milliseconds = Number(params.find((param) => param.startsWith('dur='))?.slice('dur='.length));
    return stage !== undefined && Number.isFinite(milliseconds) ? [{ stage, milliseconds }] : [];
  });
}

/**
 * Lays the server's stages into the time that sending took. The two clocks are not compared: the way there and the
 * way back are taken to be equally long.
 */
export function placeServerStages(send: StageTiming, stages: readonly ServerStage[]): StageTiming[] {
  const total = stages.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  let startedAt = send.startedAt + Math.max(0, (send.milliseconds - total) / 2);
  return stages.map((stage) => {
    const placed = { ...stage, startedAt };
    startedAt += stage.milliseconds;
    return placed;
  });
}
