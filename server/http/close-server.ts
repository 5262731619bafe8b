import type { Server } from 'node:http';

/**
 * Takes no new connection, waits until the requests under way are answered, and ends what is left when the
 * deadline has passed.
 */
export async function closeServer(server: Server, deadlineMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const deadline = setTimeout(() => server.closeAllConnections(), deadlineMs);
  await closed;
  clearTimeout(deadline);
}
