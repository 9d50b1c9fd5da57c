import type { Client, Receipt } from './client.js';

/** Sends commands, and reads with the consistency token of the last one. */
export class Talk {
  /** The receipt of the last command. */
  last!: Receipt;

  constructor(private readonly client: Client) {}

  async tell(path: string, body: object) {
    const reply = await this.client.post(path, body);
    this.last = reply.body as Receipt;
    return reply;
  }

  /** Reads with the consistency token of the last command, again while the views are behind. */
  async see(path: string) {
    for (;;) {
      const { status, headers, body } = await this.client.get(path, {
        'consistency-token': this.last.consistencyToken,
      });
      if (status !== 404 && !headers.has('annals-stale')) return body;
    }
  }
}
