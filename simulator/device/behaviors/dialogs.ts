import type { Screen } from '../screen.ts';
import type { Behavior, Behaviors, CommandCall, Device, JsonObject } from '../types.ts';
import { XAPI_ERROR, XapiError } from '../xapi-error.ts';
import { raiseIfKnown } from './if-known.ts';
import { type TimedMessage, timedMessage } from './timed-message.ts';

interface Dialog {
  readonly kind: 'Prompt' | 'TextInput' | 'Rating';
  /** The event that says it went without an answer; the text input's has a name of its own. */
  readonly cleared: 'Cleared' | 'Clear';
  readonly draw: (shown: JsonObject | null) => Partial<Screen>;
}

const DIALOGS: readonly Dialog[] = [
  { kind: 'Prompt', cleared: 'Cleared', draw: (shown) => ({ prompt: shown && promptOf(shown) }) },
  { kind: 'TextInput', cleared: 'Clear', draw: (shown) => ({ textInput: shown && textInputOf(shown) }) },
  // The screen has no part for a rating yet; whoever asked still gets its events.
  { kind: 'Rating', cleared: 'Cleared', draw: () => ({}) },
];

/** What asks for an answer: a choice, a text, stars. `FeedbackId` tells the asker which question was answered. */
export function dialogBehaviors(device: Device): Behaviors {
  return Object.assign({}, ...DIALOGS.map((dialog) => behaviorsOf(device, dialog))) as Behaviors;
}

function behaviorsOf(device: Device, { kind, cleared, draw }: Dialog): Behaviors {
  const event = ['UserInterface', 'Message', kind];
  const gone = ({ FeedbackId = '' }: JsonObject) => raiseIfKnown(device, [...event, cleared], { FeedbackId });
  const dialog = timedMessage(device, (shown) => device.screen.patch(draw(shown)), gone);
  const display: Behavior = ({ params }) => {
    if (dialog.shown) gone(dialog.shown);
    dialog.show(params);
    raiseIfKnown(device, [...event, 'Display'], { PeripheralId: '', Target: 'Auto', ...params });
    return undefined;
  };
  const clear: Behavior = ({ params }) => {
    if (isAbout(dialog, params)) dialog.clear();
    gone(params);
    return undefined;
  };
  const respond: Behavior = (call) => {
    checkOption(dialog, call);
    if (isAbout(dialog, call.params)) dialog.clear();
    raiseIfKnown(device, [...event, 'Response'], call.params);
    return undefined;
  };
  const command = `UserInterface Message ${kind}`;
  return { [`${command} Display`]: display, [`${command} Clear`]: clear, [`${command} Response`]: respond };
}

/** Without an id the one that is shown is meant. */
const isAbout = ({ shown }: TimedMessage, { FeedbackId = '' }: JsonObject): boolean =>
  FeedbackId === '' || FeedbackId === (shown?.FeedbackId ?? '');

/** Nobody can choose what a prompt does not offer. */
function checkOption({ shown }: TimedMessage, { params }: CommandCall): void {
  if (!shown || params.OptionId === undefined) return;
  if (shown[`Option.${String(params.OptionId)}`] !== undefined) return;
  throw new XapiError(XAPI_ERROR.commandFailed, `The prompt has no option ${String(params.OptionId)}`);
}

function promptOf(shown: JsonObject): Screen['prompt'] {
  const options = [1, 2, 3, 4, 5].map((option) => shown[`Option.${option}`]);
  return {
    feedbackId: textOf(shown.FeedbackId),
    title: textOf(shown.Title),
    text: textOf(shown.Text),
    options: options.filter((option) => option !== undefined).map(String),
  };
}

function textInputOf(shown: JsonObject): Screen['textInput'] {
  return {
    feedbackId: textOf(shown.FeedbackId),
    title: textOf(shown.Title),
    text: textOf(shown.Text),
    placeholder: textOf(shown.Placeholder),
    inputType: textOf(shown.InputType),
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
