import { allRecords, changeRecord, RecordConflict, type RecordStore, type StoredRecord } from '@annals/event-sourcing';
import type { Users } from '../users.js';

/** What a user has entered into a form. */
type Entered = {
  readonly values: Readonly<Record<string, unknown>>;
  readonly revision: number | null;
};

type Kept = Entered & { readonly userId: string; readonly savedAt: string };

/**
 * What a user has entered into a form and not sent yet. These are the words of the user alone: a draft has nothing of the
 * record that the form is about, so that it is also answered where that record can no longer be seen. Rights and rules are
 * checked when the form is sent.
 */
export type FormDraft = Entered & {
  /**
   * The name of the command, then the ids that it is about.
   * @example MakeContact~c-1001
   */
  readonly form: string;
  /**
   * By the names of fields, as they were entered.
   * @example {"channel":"phone","summary":"Asked for a quo"}
   */
  readonly values: Readonly<Record<string, unknown>>;
  /**
   * The revision of the record that was shown when the user began, so that newer values are not overwritten unseen.
   * @example 3
   */
  readonly revision: number | null;
  readonly savedAt: string;
  /** When it is deleted unless it is saved again. */
  readonly expiresAt: string;
};

const KIND = 'draft';
const MOST = 50; // drafts of a user; the one that was saved longest ago is deleted
const DAY = 24 * 60 * 60_000; // ms

export type DraftOptions = {
  readonly records: RecordStore;
  /** For how long a draft is kept after it was saved. */
  readonly days: number;
  readonly now?: (() => Date) | undefined;
};

/** The drafts of users: records, which no rebuild touches. A user has 50 at most; a further one replaces the oldest. */
export class Drafts {
  private readonly records: RecordStore;
  private readonly days: number;
  private readonly now: () => Date;

  constructor({ records, days, now = () => new Date() }: DraftOptions) {
    [this.records, this.days, this.now] = [records, days, now];
  }

  /** `null` if there is none. */
  async find(userId: string, form: string): Promise<FormDraft | null> {
    const record = await this.records.get(KIND, idOf(userId, form));
    return record && this.isKept(record) ? this.shown(form, record) : null;
  }

  /** Replaces the draft of the form; of two that are saved at once, the last one is kept. */
  async save(userId: string, form: string, { values, revision }: Entered): Promise<FormDraft> {
    const body: Kept = { userId, values, revision, savedAt: this.now().toISOString() };
    let isNew = false;
    const record = await changeRecord(this.records, { kind: KIND, id: idOf(userId, form) }, (present) => {
      isNew = present === undefined;
      return { body };
    });
    if (isNew) await this.deleteOldest(userId);
    return this.shown(form, record);
  }

  /** Repeating it does nothing. */
  async delete(userId: string, form: string): Promise<void> {
    const record = await this.records.get(KIND, idOf(userId, form));
    if (record) await this.remove(record);
  }

  /** Deletes what has expired, and the drafts of users who were deactivated. Stops after the draft at which `isOver`. */
  async sweep(users: Pick<Users, 'find'>, isOver: () => boolean = () => false): Promise<void> {
    for await (const record of allRecords(this.records, KIND)) {
      if (isOver()) return;
      const user = await users.find(keptIn(record).userId);
      if (user?.active === false || !this.isKept(record)) await this.remove(record);
    }
  }

  private async deleteOldest(userId: string): Promise<void> {
    const after = idOf(userId, '');
    const found = await this.records.list(KIND, { limit: 2 * MOST, after });
    const own = found.filter(({ id }) => id.startsWith(after));
    const newest = own.toSorted((one, other) => keptIn(other).savedAt.localeCompare(keptIn(one).savedAt));
    for (const record of newest.slice(MOST)) await this.remove(record);
  }

  private async remove({ id, revision }: StoredRecord): Promise<void> {
    try {
      await this.records.delete(KIND, id, revision);
    } catch (error) {
      if (!(error instanceof RecordConflict)) throw error; // saved or deleted again meanwhile
    }
  }

  private expiryOf(record: StoredRecord): Date {
    return new Date(Date.parse(keptIn(record).savedAt) + this.days * DAY);
  }

  private isKept(record: StoredRecord): boolean {
    return this.expiryOf(record) > this.now();
  }

  private shown(form: string, record: StoredRecord): FormDraft {
    const { values, revision, savedAt } = keptIn(record);
    return { form, values, revision, savedAt, expiresAt: this.expiryOf(record).toISOString() };
  }
}

const keptIn = ({ body }: StoredRecord) => body as Kept;

/** Ids from tokens of others may have any character. */
const idOf = (userId: string, form: string) => `${encodeURIComponent(userId)}/${form}`;
