import { connect } from './connection.ts';
import { speakReplies } from './sound.ts';

/** What runs beside the page's components, for as long as the page is open. */
export function startConsole(): void {
  void connect();
  speakReplies();
}
