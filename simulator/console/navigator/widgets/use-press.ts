import { useMemo } from 'preact/hooks';
import { pressHandlers } from './press-handlers.ts';

/** The handlers of one button, kept over redraws: whether it is held is among what they know. */
export const usePress = (widgetId: string, value = '') =>
  useMemo(() => pressHandlers(widgetId, value), [widgetId, value]);
