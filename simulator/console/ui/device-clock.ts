import { computed, signal } from '@preact/signals';
import { clockOffset } from '../state/device-state.ts';

const now = signal(Date.now());
setInterval(() => {
  now.value = Date.now();
}, 1000);

const deviceTime = computed(() => new Date(now.value + clockOffset.value));

/** The device's clock as its screens show it: `14:05`, and `Friday 20 November`. */
export const clockText = computed(() =>
  deviceTime.value.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false }),
);
export const dateText = computed(() =>
  deviceTime.value.toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' }),
);
