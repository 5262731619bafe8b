import * as v from 'valibot';
import { type PageState, PageStateSchema } from '#contract';

export interface StreamEvent {
  readonly event?: string;
  readonly id?: string;
  readonly data?: string;
  readonly retry?: string;
  /** A heartbeat. */
  readonly comment?: string;
}

/** Reads the server-sent events of an answer one by one. */
export class EventReader {
  private readonly reader: ReadableStreamDefaultReader<string>;
  private text = '';

  constructor(response: Response) {
    if (!response.body) throw new Error('The answer has no body.');
    this.reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  }

  /** The next event, or `null` when the stream is over. */
  async next(): Promise<StreamEvent | null> {
    while (!this.text.includes('\n\n')) {
      const { done, value } = await this.reader.read();
      if (done) return null;
      this.text += value;
    }
    const end = this.text.indexOf('\n\n');
    const lines = this.text.slice(0, end).split('\n');
    this.text = this.text.slice(end + 2);
    return Object.fromEntries(
      lines.map((line) => {
        const [name = '', ...value] = line.split(': ');
        return [name || 'comment', value.join(': ')];
      }),
    );
  }

  /** The next `state`, with what else came before it left out. */
  async state(): Promise<{ id: string; state: PageState }> {
    for (let event = await this.next(); event; event = await this.next()) {
      if (event.event !== 'state') continue;
      return { id: event.id ?? '', state: v.parse(PageStateSchema, JSON.parse(event.data ?? '')) };
    }
    throw new Error('The stream was over before it had a state.');
  }

  cancel(): Promise<void> {
    return this.reader.cancel();
  }
}
