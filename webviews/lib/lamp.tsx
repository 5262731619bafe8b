/** From the light's edge to its heart: cones laid over each other make the soft edge that a blur would cost. */
const CONES = Array.from({ length: 14 }, (_, index) => index);

const SHADE = 'M76 176C76 118 112 88 160 88S244 118 244 176Z';

/** A pendant lamp and its light, which comes and goes by opacity alone. */
export function Lamp({ on }: { on: boolean | null }) {
  return (
    <svg
      class={on ? 'lamp lit' : 'lamp'}
      viewBox="0 0 320 360"
      preserveAspectRatio="xMidYMin meet"
      aria-hidden="true"
    >
      <Gradients />
      <g class="light">
        <circle cx="160" cy="180" r="176" fill="url(#lamp-glow)" />
        {CONES.map((index) => (
          <path
            key={index}
            d={`M${80 + index * 4} 176H${240 - index * 4}L${316 - index * 9} 352H${4 + index * 9}Z`}
            fill="url(#lamp-cone)"
          />
        ))}
      </g>
      <path class="cord" d="M160-40V80" />
      <path class="cap" d="M144 92V80a10 10 0 0 1 10-10h12a10 10 0 0 1 10 10v12Z" />
      <path class="shade" d={SHADE} />
      <ellipse class="opening" cx="160" cy="176" rx="84" ry="13" />
      <circle class="cold" cx="160" cy="178" r="17" />
      <g class="light">
        <path d={SHADE} fill="url(#lamp-shade)" />
        <ellipse cx="160" cy="176" rx="84" ry="13" fill="#ffebc2" />
        <circle cx="160" cy="180" r="18" fill="#fff6e3" />
      </g>
    </svg>
  );
}

function Gradients() {
  return (
    <defs>
      <radialGradient id="lamp-glow">
        <stop offset="0" stop-color="#ffda94" stop-opacity=".5" />
        <stop offset=".3" stop-color="#f2990a" stop-opacity=".2" />
        <stop offset=".65" stop-color="#f2990a" stop-opacity=".06" />
        <stop offset="1" stop-color="#f2990a" stop-opacity="0" />
      </radialGradient>
      <linearGradient id="lamp-cone" x2="0" y2="1">
        <stop offset="0" stop-color="#ffda94" stop-opacity=".09" />
        <stop offset=".5" stop-color="#ffda94" stop-opacity=".03" />
        <stop offset="1" stop-color="#ffda94" stop-opacity="0" />
      </linearGradient>
      <linearGradient id="lamp-shade" x2="0" y2="1">
        <stop offset="0" stop-color="#a65e00" />
        <stop offset="1" stop-color="#ffbe4f" />
      </linearGradient>
    </defs>
  );
}
