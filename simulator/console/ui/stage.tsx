import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import './stage.css';

interface StageProps {
  /** The device's own pixels; the children are laid out in these. */
  readonly width: number;
  readonly height: number;
  readonly children: ComponentChildren;
}

/** A device's screen at its true size, scaled to the width that the page has for it. */
export function Stage({ width, height, children }: StageProps) {
  const frame = useRef<HTMLDivElement>(null);
  const scale = useSignal(0);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const measure = () => {
      scale.value = element.clientWidth / width;
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [width, scale]);
  return (
    <div class="stage" ref={frame} style={{ aspectRatio: `${width} / ${height}` }}>
      <div
        class="stage-canvas"
        style={{ width: `${width}px`, height: `${height}px`, transform: `scale(${scale.value})` }}
      >
        {children}
      </div>
    </div>
  );
}
