import { createRequire } from 'node:module';
import type { Duplex } from 'node:stream';
import type { Backend } from '../jsxapi.ts';

/** What of jsxapi's shell backend its typings keep to themselves. */
interface TshBackend extends Backend {
  onParserData(data: unknown): void;
}
type Send = (line: string) => Promise<unknown>;

// CommonJS without an exports map, so it is required by file.
const { default: TSHBackend } = createRequire(import.meta.url)('jsxapi/lib/backend/tsh') as {
  default: new (transport: Duplex) => TshBackend;
};

/**
 * jsxapi's own way of speaking to the device's shell, mended in two places: it throws at an answer that nobody asked
 * for, and it takes a refused subscription for a granted one.
 */
export class ShellBackend extends TSHBackend {
  #lastFeedback = 0;

  constructor(
    transport: Duplex,
    private readonly onGarbage: () => void,
  ) {
    super(transport);
  }

  override onParserData(data: unknown): void {
    try {
      super.onParserData(data);
    } catch {
      this.onGarbage();
    }
  }

  async 'xFeedback/Subscribe()'(
    { params }: { params: { Query: readonly (string | number)[] } },
    send: Send,
  ): Promise<{ Id: number }> {
    const path = params.Query.map((part) => (typeof part === 'number' ? `[${part}]` : `/${part}`)).join('');
    const reason = refusalIn(await send(`xFeedback register ${path}`));
    if (reason !== undefined) throw new Error(reason);
    this.#lastFeedback += 1;
    return { Id: this.#lastFeedback };
  }
}

/** `{CommandResponse: {Event: {status: "Error", Reason: {Value: "…"}}}}`. */
function refusalIn(answer: unknown): string | undefined {
  const { CommandResponse: response } = Object(answer) as { CommandResponse?: unknown };
  const [result] = Object.values(Object(response)) as { status?: unknown; Reason?: { Value?: unknown } }[];
  return result?.status === 'Error' ? String(result.Reason?.Value ?? 'refused') : undefined;
}
