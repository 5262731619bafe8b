/**
 * Sends one value at a time. What comes in meanwhile waits, and only the last of it is sent: a finger moves
 * faster than a device answers.
 */
export function latestOnly<Value>(send: (value: Value) => Promise<unknown>): (value: Value) => void {
  let sending = false;
  let waiting: { readonly value: Value } | undefined;
  const drain = async () => {
    sending = true;
    while (waiting) {
      const { value } = waiting;
      waiting = undefined;
      await send(value);
    }
    sending = false;
  };
  return (value) => {
    waiting = { value };
    if (!sending) void drain();
  };
}
