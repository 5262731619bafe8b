/** All at once; when one fails, only after the others have ended, so that nothing is under way any more. */
export async function settleAll<Value>(works: readonly Promise<Value>[]): Promise<Value[]> {
  await Promise.allSettled(works);
  return Promise.all(works);
}
