import * as v from 'valibot';
import type { Json, JsonObject } from '../device/types.ts';
import { XAPI_ERROR, XapiError } from '../device/xapi-error.ts';

export type RequestId = string | number | null;

/** A request as JSON-RPC 2.0 has it; one without an id wants no answer. */
export interface RpcRequest {
  readonly id?: RequestId;
  readonly method: string;
  readonly params: JsonObject;
}

/** What one part of a message turned out to be: a request, or an answer that says why it is none. */
export type Parsed = { readonly request: RpcRequest } | { readonly refused: JsonObject };

export interface ParsedMessage {
  readonly parts: readonly Parsed[];
  /** Several requests in one array are answered in one array. */
  readonly isBatch: boolean;
}

/** Nothing that the xAPI takes is nested as deep as this. */
const DEEPEST_PARAMS = 16;

const RequestSchema = v.object({
  jsonrpc: v.literal('2.0'),
  id: v.optional(v.union([v.string(), v.number(), v.null()])),
  method: v.string(),
  params: v.optional(v.unknown()),
});
const ParamsSchema = v.custom<JsonObject>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && !isDeep(value),
);

export function parseMessage(text: string): ParsedMessage {
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    return single(refusal(null, XAPI_ERROR.parse, 'Parse error'));
  }
  if (!Array.isArray(message)) return { parts: [parsePart(message)], isBatch: false };
  if (message.length === 0) return single(refusal(null, XAPI_ERROR.invalidRequest, 'Invalid request'));
  return { parts: message.map(parsePart), isBatch: true };
}

function parsePart(part: unknown): Parsed {
  const request = v.safeParse(RequestSchema, part);
  if (!request.success) return refusal(idOf(part), XAPI_ERROR.invalidRequest, 'Invalid request');
  const { id, method, params = {} } = request.output;
  const checked = v.safeParse(ParamsSchema, params);
  if (!checked.success) return refusal(id ?? null, XAPI_ERROR.badParameter, 'Invalid params');
  return { request: { method, params: checked.output, ...(id !== undefined && { id }) } };
}

const single = (part: Parsed): ParsedMessage => ({ parts: [part], isBatch: false });

const refusal = (id: RequestId, code: XapiError['code'], message: string): Parsed => ({
  refused: errorAnswer(id, new XapiError(code, message)),
});

function idOf(part: unknown): RequestId {
  const id = typeof part === 'object' && part !== null && 'id' in part ? part.id : null;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

function isDeep(value: unknown, left = DEEPEST_PARAMS): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return left === 0 || Object.values(value).some((below) => isDeep(below, left - 1));
}

export const resultAnswer = (id: RequestId, result: Json): JsonObject => ({ jsonrpc: '2.0', id, result });

export function errorAnswer(id: RequestId, { code, message, data }: XapiError): JsonObject {
  const error = { code, message, ...(data !== undefined && { data: data as Json }) };
  return { jsonrpc: '2.0', id, error };
}

/** What a subscriber is sent. */
export const feedbackMessage = (subscription: number, update: JsonObject): JsonObject => ({
  jsonrpc: '2.0',
  method: 'xFeedback/Event',
  params: { Id: subscription, ...update },
});
