import type { WebSocket } from 'ws';

/** Pings a peer that should be there, and tells when it has neither answered nor sent anything since the last ping. */
export function keepAlive(socket: WebSocket, everyMs: number, onDead: () => void): void {
  let wasHeard = true;
  const heard = () => {
    wasHeard = true;
  };
  socket.on('pong', heard);
  socket.on('message', heard);
  const timer = setInterval(() => {
    if (!wasHeard) return onDead();
    wasHeard = false;
    socket.ping();
  }, everyMs);
  socket.once('close', () => clearInterval(timer));
}
