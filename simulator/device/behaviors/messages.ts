import type { Screen } from '../screen.ts';
import type { Behaviors, Device, JsonObject } from '../types.ts';
import { dialogBehaviors } from './dialogs.ts';
import { raiseIfKnown } from './if-known.ts';
import { timedMessage } from './timed-message.ts';

/** Alerts, lines of text, prompts, text inputs and ratings. */
export function messageBehaviors(device: Device): Behaviors {
  return {
    ...noticeBehaviors(device, 'Alert', (shown) => ({
      alert: shown && { title: String(shown.Title ?? ''), text: String(shown.Text) },
    })),
    ...noticeBehaviors(device, 'TextLine', (shown) => ({ textLine: shown && { text: String(shown.Text) } })),
    ...dialogBehaviors(device),
  };
}

/** A notice only tells; nobody answers it. */
function noticeBehaviors(
  device: Device,
  kind: 'Alert' | 'TextLine',
  draw: (shown: JsonObject | null) => Partial<Screen>,
): Behaviors {
  const event = ['UserInterface', 'Message', kind];
  const cleared = () => raiseIfKnown(device, [...event, 'Cleared'], {});
  const notice = timedMessage(device, (shown) => device.screen.patch(draw(shown)), cleared);
  return {
    [`UserInterface Message ${kind} Display`]: ({ params }) => {
      notice.show(params);
      raiseIfKnown(device, [...event, 'Display'], { PeripheralId: '', Target: 'Auto', ...params });
      return undefined;
    },
    [`UserInterface Message ${kind} Clear`]: () => {
      notice.clear();
      cleared();
      return undefined;
    },
  };
}
