import { connection } from '../state/connection.ts';

const WORDS: Readonly<Record<typeof connection.value, string>> = {
  connecting: 'Connecting',
  live: 'Live',
  lost: 'Reconnecting',
};

export const ConnectionState = () => (
  <p class={`connection connection-${connection.value}`} role="status">
    <span class="connection-dot" />
    {WORDS[connection.value]}
  </p>
);

/** Says over the page that what is seen below is not the present. */
export const LostBanner = () =>
  connection.value === 'lost' ? (
    <p class="lost-banner" role="alert">
      The simulator at {location.host} does not answer. This page reconnects by itself.
    </p>
  ) : null;
