/** Times of the keeper, all in seconds. Change them here and deploy. */
export const settings = {
  /** For a page whose own time is not known: one that was open when the macros started. 0 leaves it open. */
  closeAfterSeconds: 120,
  /** How long the room must be empty before its page is closed. */
  emptyRoomSeconds: 60,
  /** When closing did not work, it is tried again after this. */
  retrySeconds: 10,
};
