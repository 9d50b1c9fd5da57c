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

  /** With the consistency token of the last receipt, so without waiting. */
  async see(path: string) {
    const { headers, body } = await this.client.get(path, { 'consistency-token': this.last.consistencyToken });
    expect(headers.get('annals-stale')).toBeNull();
    return body;
  }
}
