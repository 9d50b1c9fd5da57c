import type { Client, Receipt } from './client.js';

/** Commands, and questions of somebody who has sent them. */
export class Talk {
  /** Of the last command. */
  last!: Receipt;

  constructor(private readonly client: Client) {}

  async tell(path: string, body: object) {
    const reply = await this.client.post(path, body);
    this.last = reply.body as Receipt;
    return reply;
  }

  /** What shows the last command: with its consistency token, and again while the answer says that the views are behind. */
  async see(path: string) {
    for (;;) {
      const { status, headers, body } = await this.client.get(path, {
        'consistency-token': this.last.consistencyToken,
      });
      if (status !== 404 && !headers.has('annals-stale')) return body;
    }
  }
}
