import { spawn } from 'node:child_process';

/** TypeScript's own language server, as an editor talks to it. */
export interface LanguageServer {
  request(method: string, params: object): Promise<unknown>;
  notify(method: string, params: object): void;
  end(): Promise<void>;
}

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** Speaks the Language Server Protocol over the pipes of `tsc --lsp --stdio`. */
export function startLanguageServer(program: string): LanguageServer {
  const child = spawn(program, ['--lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const over = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;

  function send(message: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  function take({ id, method, result, error }: Message): void {
    // What the server asks of the editor is answered with nothing: it then goes by its defaults.
    if (method !== undefined) {
      if (id !== undefined) send({ id, result: null });
      return;
    }
    const request = waiting.get(Number(id));
    waiting.delete(Number(id));
    if (error) request?.reject(new Error(error.message));
    else request?.resolve(result);
  }

  const read = messageReader(take);
  child.stdout.on('data', read);
  void over.then(() => {
    for (const { reject } of waiting.values()) reject(new Error('the language server ended'));
  });

  return {
    request(method, params) {
      last += 1;
      const id = last;
      send({ id, method, params });
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    },
    notify: (method, params) => send({ method, params }),
    end() {
      child.stdin.end();
      return over;
    },
  };
}

/** Cuts the stream into messages: a header with the length, an empty line, as many bytes of JSON. */
function messageReader(take: (message: Message) => void): (chunk: Buffer) => void {
  let buffer: Buffer = Buffer.alloc(0);
  return (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const headEnd = buffer.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/i.exec(buffer.toString('latin1', 0, headEnd))?.[1]);
      const end = headEnd + 4 + length;
      if (headEnd < 0 || !(buffer.length >= end)) return;
      const message = buffer.toString('utf8', headEnd + 4, end);
      buffer = buffer.subarray(end);
      take(JSON.parse(message) as Message);
    }
  };
}
