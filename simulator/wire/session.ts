import type { Caller, Device, Json, JsonObject, Path } from '../device/types.ts';
import { asXapiError, XAPI_ERROR, XapiError } from '../device/xapi-error.ts';
import { errorAnswer, feedbackMessage, parseMessage, type RpcRequest, resultAnswer } from './json-rpc.ts';
import { callMethod, type MethodHost } from './methods.ts';

/** Feedback expressions in one session, as the device limits them. */
export const SUBSCRIPTIONS_MAX = 38;

interface Subscription {
  readonly end: () => void;
  /** What came before the client could know the subscription's number; `null` once it knows. */
  held: JsonObject[] | null;
}

/** What one client asks over its connection, and what it is told. */
export class Session implements MethodHost {
  readonly #subscriptions = new Map<number, Subscription>();
  #lastSubscription = 0;

  constructor(
    readonly device: Device,
    readonly caller: Caller,
    private readonly send: (message: Json) => void,
  ) {}

  /** Takes one message. Whatever it holds, each request in it that has an id is answered once. */
  async receive(text: string): Promise<void> {
    const { parts, isBatch } = parseMessage(text);
    const known = this.#lastSubscription;
    // Each request is begun at once, so what is new after this line was subscribed to by this message.
    const answers = parts.map((part) => ('refused' in part ? part.refused : this.#answer(part.request)));
    const made = this.#lastSubscription;
    if (isBatch) {
      const answered = (await Promise.all(answers)).filter((answer) => answer !== undefined);
      if (answered.length > 0) this.send(answered);
    } else {
      const answer = await answers[0];
      if (answer) this.send(answer);
    }
    for (let id = known + 1; id <= made; id += 1) this.#release(id);
  }

  subscribe(query: Path, notifyCurrentValue: boolean): number {
    if (this.#subscriptions.size >= SUBSCRIPTIONS_MAX) {
      throw new XapiError(XAPI_ERROR.tooManySubscribers, 'Too many subscribers');
    }
    const id = this.#lastSubscription + 1;
    const tell = (update: JsonObject) => {
      const message = feedbackMessage(id, update);
      const held = this.#subscriptions.get(id)?.held;
      if (held) held.push(message);
      else this.send(message);
    };
    const end = this.device.subscribe(this.caller, query, tell, { notifyCurrentValue });
    this.#lastSubscription = id;
    this.#subscriptions.set(id, { end, held: [] });
    return id;
  }

  unsubscribe(id: number): boolean {
    this.#subscriptions.get(id)?.end();
    return this.#subscriptions.delete(id);
  }

  close(): void {
    for (const { end } of this.#subscriptions.values()) end();
    this.#subscriptions.clear();
  }

  async #answer({ id, method, params }: RpcRequest): Promise<JsonObject | undefined> {
    try {
      const result = await callMethod(this, method, params);
      return id === undefined ? undefined : resultAnswer(id, result);
    } catch (error) {
      return id === undefined ? undefined : errorAnswer(id, asXapiError(error));
    }
  }

  /** The answer is out: now the client can tell what feedback belongs to. */
  #release(id: number): void {
    const subscription = this.#subscriptions.get(id);
    const held = subscription?.held ?? [];
    if (subscription) subscription.held = null;
    for (const message of held) this.send(message);
  }
}
