import type { Command, Receipt } from '../../api/command.js';
import { ApiProblem } from '../../api/problem.js';
import type { Words } from '../../words/language.js';
import { pauseAfter, runQueue } from './queue.js';

/** A command on one record of many. */
export type BulkItem = {
  readonly id: string;
  /** What the record is called. */
  readonly name: string;
  /** Where its page is. */
  readonly to: string;
  /** Its key is the same each time that it is sent. */
  readonly command: Command & { readonly key: string };
  /** The command that reverses it, if there is one. */
  readonly reverse?: (receipt: Receipt) => Command & { readonly key: string };
};

/** One change of many records. */
export type BulkChange = {
  readonly title: Words;
  readonly items: readonly BulkItem[];
  /** Whether it reverses another one. */
  readonly isUndo?: boolean;
};

type Means = {
  readonly send: (command: Command) => Promise<Receipt>;
  readonly wait: (ms: number) => Promise<unknown>;
  /** Called whenever something has become of an item. */
  readonly changed: () => void;
};

const AT_ONCE = 4;
const SIGNED_OUT = 401;

/** A change of many records while it is carried out, and afterwards. */
export class BulkRun {
  private readonly receipts = new Map<string, Receipt>();
  private readonly errors = new Map<string, unknown>();
  private going = false;
  private stopped = false;

  constructor(
    readonly change: BulkChange,
    private readonly means: Means,
  ) {}

  get isGoing(): boolean {
    return this.going;
  }

  get done(): number {
    return this.receipts.size;
  }

  /** How many have been sent, with whatever answer. */
  get settled(): number {
    return this.receipts.size + this.errors.size;
  }

  /** The items that were not carried out, each with the error. */
  get refused(): readonly (readonly [BulkItem, unknown])[] {
    return this.change.items.flatMap((item) => (this.errors.has(item.id) ? [[item, this.errors.get(item.id)]] : []));
  }

  /** What reverses those that were carried out. */
  get undo(): BulkChange {
    const items = this.change.items.flatMap(({ reverse, ...item }) => {
      const receipt = this.receipts.get(item.id);
      return receipt && reverse ? [{ ...item, command: reverse(receipt) }] : [];
    });
    return { title: this.change.title, items: this.change.isUndo ? [] : items, isUndo: true };
  }

  /** Sends what has not been carried out yet. */
  async go(): Promise<void> {
    if (this.going) return;
    [this.going, this.stopped] = [true, false];
    this.errors.clear();
    this.means.changed();
    await runQueue<BulkItem, Receipt>({
      jobs: this.change.items.filter(({ id }) => !this.receipts.has(id)),
      ...{ atOnce: AT_ONCE, pauseAfter, wait: this.means.wait },
      send: ({ command }) => this.means.send(command),
      settled: ({ id }, outcome) => {
        if ('answer' in outcome) this.receipts.set(id, outcome.answer);
        else this.failed(id, outcome.error);
        this.means.changed();
      },
      isStopped: () => this.stopped,
    });
    this.going = false;
    this.means.changed();
  }

  /** Sends no more. */
  stop(): void {
    this.stopped = true;
    this.means.changed();
  }

  /** Without a session the others would be refused, too: they wait until it goes on. */
  private failed(id: string, error: unknown) {
    if (error instanceof ApiProblem && error.status === SIGNED_OUT) this.stopped = true;
    else this.errors.set(id, error);
  }
}
