import type { ComponentChildren } from 'preact';

/** Drawn on 24×24 with strokes of the text's colour. */
const DRAWINGS = {
  blinds: (
    <>
      <path d="M4 4h16M5 8h14M5 12h14M5 16h14" />
      <path d="M12 16v4" />
      <circle cx="12" cy="20.5" r=".75" />
    </>
  ),
  camera: (
    <>
      <rect x="3" y="6.5" width="12.5" height="11" rx="2.5" />
      <path d="m15.5 11 5.5-3v8l-5.5-3z" />
    </>
  ),
  check: <path d="m5 12.5 4.5 4.5L19 7.5" />,
  chevronDown: <path d="m6 9 6 6 6-6" />,
  chevronLeft: <path d="m15 6-6 6 6 6" />,
  chevronRight: <path d="m9 6 6 6-6 6" />,
  chevronUp: <path d="m6 15 6-6 6 6" />,
  close: <path d="m6 6 12 12M18 6 6 18" />,
  copy: (
    <>
      <rect x="8.5" y="8.5" width="11.5" height="11.5" rx="2.5" />
      <path d="M15.5 5.5A2 2 0 0 0 13.5 4H6.5A2.5 2.5 0 0 0 4 6.5v7a2 2 0 0 0 1.5 2" />
    </>
  ),
  event: <path d="M13 3 5 13.5h6L10 21l8.5-11h-6.5z" />,
  hint: (
    <>
      <path d="M4 5.5h16v10.5H11l-4 3.5V16H4z" />
      <path d="M8 9.5h8M8 12.5h5" />
    </>
  ),
  home: <path d="M4 11 12 4l8 7v8.5h-5.5V14h-5v5.5H4z" />,
  info: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 11v5.5M12 7.5v.5" />
    </>
  ),
  lightbulb: (
    <>
      <path d="M9 16.5c0-2-3-3.2-3-7a6 6 0 0 1 12 0c0 3.8-3 5-3 7z" />
      <path d="M9.5 19.5h5M11 22h2" />
    </>
  ),
  listen: (
    <>
      <path d="M8 9v6M12 6v12M16 9v6M4.5 11v2M19.5 11v2" />
    </>
  ),
  microphone: (
    <>
      <rect x="9" y="3" width="6" height="11" rx="3" />
      <path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3" />
    </>
  ),
  minus: <path d="M5 12h14" />,
  moon: <path d="M19.5 14A8 8 0 0 1 10 4.5a8 8 0 1 0 9.5 9.5z" />,
  page: (
    <>
      <rect x="3.5" y="5" width="17" height="14" rx="2.5" />
      <path d="M3.5 9h17" />
    </>
  ),
  people: (
    <>
      <circle cx="9" cy="8.5" r="3.5" />
      <path d="M2.5 19.5c.5-3.5 3-5.5 6.5-5.5s6 2 6.5 5.5M15.5 5.2a3.5 3.5 0 0 1 0 6.6M18 14.5c2 .8 3.2 2.5 3.5 5" />
    </>
  ),
  plus: <path d="M12 5v14M5 12h14" />,
  power: (
    <>
      <path d="M12 3.5v8" />
      <path d="M7 6.5a7.5 7.5 0 1 0 10 0" />
    </>
  ),
  reply: <path d="M4 5.5h16v10.5H11l-4 3.5V16H4z" />,
  send: <path d="M5 12 4 4l17 8-17 8 1-8zm0 0h8" />,
  sliders: (
    <>
      <path d="M4 7h9M17 7h3M4 17h3M11 17h9" />
      <circle cx="15" cy="7" r="2" />
      <circle cx="9" cy="17" r="2" />
    </>
  ),
  soundOff: (
    <>
      <path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5z" />
      <path d="m16 9.5 5 5M21 9.5l-5 5" />
    </>
  ),
  soundOn: (
    <>
      <path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5z" />
      <path d="M15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11" />
    </>
  ),
  thermometer: (
    <>
      <path d="M9.5 13.5V5.5a2.5 2.5 0 0 1 5 0v8a4.5 4.5 0 1 1-5 0z" />
      <path d="M12 9v8" />
    </>
  ),
  warning: (
    <>
      <path d="M12 4 2.5 20h19z" />
      <path d="M12 10v4.5M12 17v.5" />
    </>
  ),
} satisfies Record<string, ComponentChildren>;

export type IconName = keyof typeof DRAWINGS;

/** An icon says nothing to a screen reader; what it stands in says it. */
export function Icon({ name, class: className }: { name: IconName; class?: string }) {
  return (
    <svg
      class={className ? `icon ${className}` : 'icon'}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.7"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {DRAWINGS[name]}
    </svg>
  );
}
