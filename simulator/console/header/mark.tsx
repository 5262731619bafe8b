/** The project's mark: a board that listens. */
export const Mark = () => (
  <svg
    class="mark"
    viewBox="0 0 32 32"
    fill="none"
    stroke-width="2"
    stroke-linecap="round"
    aria-hidden="true"
  >
    <rect class="mark-board" x="4" y="6" width="24" height="15" rx="3" />
    <path class="mark-board" d="M11 26h10" />
    <path class="mark-voice" d="M12 12.5v2M16 10.5v6M20 12.5v2" />
  </svg>
);
