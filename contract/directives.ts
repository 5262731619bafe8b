import * as v from 'valibot';
import { JsonObjectSchema } from './json-object.ts';

/** Limits of the device's `UserInterface WebView Display`, which is what plays a `display-web-view`. */
export const WEB_VIEW_URL_MAX = 2000;
export const WEB_VIEW_TITLE_MAX = 255;

const isWebAddress = (value: string) => /^https?:\/\/[^\s/]+/i.test(value);

const text = v.object({ text: v.string() });
const nothing = v.optional(v.object({}), {});

/**
 * The nine directives that a skill may send, with the type that the Skills Reference Guide gives to each.
 * A `sleep` delay is in whole seconds: the guide names no unit and uses 10 where ten seconds are meant.
 */
export const DirectiveSchema = v.variant('name', [
  v.object({ name: v.literal('reply'), type: v.literal('view'), payload: text }),
  v.object({ name: v.literal('speak'), type: v.literal('action'), payload: text }),
  v.object({ name: v.literal('listen'), type: v.literal('action'), payload: nothing }),
  v.object({
    name: v.literal('sleep'),
    type: v.literal('action'),
    payload: v.optional(v.object({ delay: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))) }), {}),
  }),
  v.object({
    name: v.literal('ui-hint'),
    type: v.literal('view'),
    payload: v.object({ text: v.array(v.string()), prompt: v.optional(v.string()) }),
  }),
  v.object({
    name: v.literal('asr-hint'),
    type: v.literal('action'),
    payload: v.object({ text: v.array(v.string()) }),
  }),
  v.object({
    name: v.literal('display-web-view'),
    type: v.literal('action'),
    payload: v.object({
      url: v.pipe(
        v.string(),
        v.maxLength(WEB_VIEW_URL_MAX),
        v.check(isWebAddress, 'must be an http or https address'),
      ),
      title: v.optional(v.pipe(v.string(), v.maxLength(WEB_VIEW_TITLE_MAX))),
    }),
  }),
  v.object({ name: v.literal('clear-web-view'), type: v.literal('action'), payload: nothing }),
  v.object({
    name: v.literal('assistant-event'),
    type: v.literal('action'),
    payload: v.object({
      name: v.pipe(v.string(), v.nonEmpty()),
      payload: v.optional(JsonObjectSchema),
    }),
  }),
]);

export type Directive = v.InferOutput<typeof DirectiveSchema>;
export type DirectiveName = Directive['name'];

/** Every directive's name, in the order of the guide. */
export const DIRECTIVE_NAMES: readonly DirectiveName[] = DirectiveSchema.options.map(
  (option) => option.entries.name.literal,
);
