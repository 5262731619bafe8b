import type { Bubble } from './bubble.ts';
import { type Conversation, newConversation } from './conversation.ts';

/** Whether the Assistant listens, and to which conversation: what outlives a turn. */
export interface Ears {
  readonly listening: Conversation | null;
  /** Listens until something is said, or until the time is up. Without a conversation, to a call of any skill. */
  listen(conversation?: Conversation): void;
  /** Ends the conversation. The bubble stays as it is. */
  close(): void;
}

/** Device time. Nobody has published for how long a device listens; this leaves time to type. */
const LISTEN_MS = 20_000;

export function createEars(bubble: Bubble): Ears {
  let listening: Conversation | null = null;
  const close = () => {
    listening = null;
  };
  return {
    get listening() {
      return listening;
    },
    listen(conversation = newConversation(null)) {
      listening = conversation;
      bubble.listen(LISTEN_MS, close);
    },
    close,
  };
}
