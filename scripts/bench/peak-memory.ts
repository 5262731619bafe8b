const SAMPLE_MS = 20;
const MEGABYTE = 1024 * 1024;

/** Runs the work and answers what it came to, with the resident memory before it and the most during it, in MB. */
export async function peakMemory<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; before: number; peak: number }> {
  const read = () => process.memoryUsage.rss() / MEGABYTE;
  const before = read();
  let peak = before;
  const sample = () => {
    peak = Math.max(peak, read());
  };
  const timer = setInterval(sample, SAMPLE_MS);
  try {
    const result = await work();
    sample();
    return { result, before, peak };
  } finally {
    clearInterval(timer);
  }
}
