import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Client, Receipt, Reply } from './client.js';

export type Acknowledged = Receipt & { readonly commandId: string };

/** `refused` is the status with which the command has to be refused. */
type Request = {
  readonly path: string;
  readonly body: object;
  readonly commandId: string;
  readonly refused?: number;
};

const TWICE = 7; // one command in seven is sent on two connections at once

/** Answers after which a command is sent again: too slow, as a frozen process says, too much, and not now. */
export const LATER: ReadonlySet<number> = new Set([408, 429, 503]);

/** Writers that send every unanswered command again with its id, as a careful client would. */
export class Load {
  private static readonly all = new Set<Load>();
  readonly acknowledged: Acknowledged[] = [];
  /** The ids of commands that were rightly refused. */
  readonly rejected: string[] = [];
  /** Refusals of commands that are in order. */
  readonly refused: unknown[] = [];
  /** Unexpected responses. */
  readonly failed: unknown[] = [];
  private running = true;
  private patient = true;
  private readonly writers: Promise<void>[];

  constructor(
    private readonly client: Client,
    writers: number,
    /** Milliseconds after each command. */
    private readonly pause = 0,
  ) {
    Load.all.add(this);
    this.writers = Array.from({ length: writers }, () => this.write());
  }

  /** Returns when `count` commands are acknowledged. */
  async reaches(count: number) {
    while (this.acknowledged.length < count) {
      if (!this.patient) throw new Error('The load was abandoned.');
      await delay(5);
    }
  }

  /** Returns when every sent command is answered. */
  async end() {
    this.running = false;
    await Promise.all(this.writers);
    Load.all.delete(this);
  }

  /** For `afterAll`: no server is left to respond. */
  static abandonAll() {
    for (const load of Load.all) load.running = load.patient = false;
  }

  private async write() {
    while (this.running) {
      for (const wish of story()) {
        const copies = randomInt(TWICE) === 0 ? [wish, wish] : [wish];
        const replies = await Promise.all(copies.map((each) => this.insist(each)));
        replies.forEach((reply) => reply && this.judge(wish, reply, replies[0]!));
        if (this.pause > 0) await delay(this.pause);
      }
    }
  }

  /** `undefined` if it was abandoned. */
  private async insist({ path, body, commandId }: Request) {
    while (this.patient) {
      try {
        const reply = await this.client.post(path, body, { 'idempotency-key': commandId });
        if (!LATER.has(reply.status)) return reply;
      } catch {
        await delay(10); // the server is down: retry
      }
    }
    return undefined;
  }

  private judge({ commandId, refused }: Request, { status, body }: Reply, first: Reply) {
    if (refused === status) this.rejected.push(commandId);
    else if (status >= 300) (status < 500 ? this.refused : this.failed).push(body);
    else if (refused !== undefined || !isDeepStrictEqual(lasting(body), lasting(first.body))) this.failed.push(body);
    else if (this.acknowledged.at(-1)?.commandId !== commandId)
      this.acknowledged.push({ ...(body as Receipt), commandId });
  }
}

/** A receipt without its probable duplicates: a repeated command also finds customers that were registered since. */
const lasting = (receipt: unknown) => ({ ...(receipt as Receipt), duplicates: undefined });

/** The commands of one customer, on every kind of stream. */
const story = (): Request[] => {
  const [customerId, dealId, complaintId] = [randomUUID(), randomUUID(), randomUUID()];
  const wish = (path: string, body: object) => ({ path, body, commandId: randomUUID() });
  const refused = (status: number, path: string, body: object) => ({ ...wish(path, body), refused: status });
  const organisationCode = `other:ORG${customerId}`;
  const organisation = { kind: 'organisation', name: '远大 Ltd', roles: ['prospect'], organisationCode };
  return [
    wish('/v1/customers', { ...organisation, customerId }),
    refused(409, '/v1/customers', { ...organisation, customerId: randomUUID() }),
    wish(`/v1/customers/${customerId}/change-data`, { changes: { phone: `${randomInt(1e9)}` }, reason: 'called' }),
    wish(`/v1/customers/${customerId}/contacts`, {
      channel: 'phone',
      direction: 'inbound',
      purpose: 'sales',
      summary: 'Asked for a quote.',
      outcome: 'reached',
      response: 'positive',
    }),
    wish('/v1/deals', { dealId, customerId, title: 'Meters', value: { amount: '1200.50', currency: 'EUR' } }),
    wish(`/v1/deals/${dealId}/advance`, { to: 'negotiation' }),
    wish(`/v1/deals/${dealId}/close`, { outcome: 'won', reason: 'price' }),
    refused(409, `/v1/deals/${dealId}/close`, { outcome: 'lost', reason: 'price' }),
    refused(400, '/v1/deals', { dealId: randomUUID(), customerId, title: 'Meters', value: 1 }),
    wish('/v1/complaints', {
      complaintId,
      customerId,
      channel: 'phone',
      category: 'billing',
      severity: 'high',
      subject: 'Wrong bill',
      text: 'Twice the amount.',
    }),
    wish(`/v1/complaints/${complaintId}/resolve`, { rootCause: 'reading error', remedy: 'refund' }),
  ];
};
