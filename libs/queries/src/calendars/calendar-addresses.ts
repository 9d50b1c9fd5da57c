import { DirectoryUsers } from '@annals/access';
import { composed, hashOf, isSecret, newId, newSecret, parts } from '@annals/auth';
import { changeRecord, RecordStore, type Language, type StoredRecord } from '@annals/event-sourcing';
import type { Caller } from '@annals/http';
import { Injectable } from '@nestjs/common';

/** What is stored of an address: only a hash of its secret. */
type Stored = {
  readonly userId: string;
  readonly addressId: string;
  readonly hash: string;
  readonly language: Language;
  readonly createdAt: string;
};

/** Whose calendar an address opens, and the language that its user spoke. */
export type CalendarHolder = { readonly addressId: string; readonly caller: Caller; readonly language: Language };

const [KIND, TOKEN] = ['calendar', 'cal'];

/** The secret addresses of calendars, one for a user at most. */
@Injectable()
export class CalendarAddresses {
  constructor(
    private readonly records: RecordStore,
    private readonly users: DirectoryUsers,
  ) {}

  /** When the address of a user was created; `null` if there is none. */
  async createdAt(userId: string): Promise<string | null> {
    return storedIn(await this.records.get(KIND, idOf(userId)))?.createdAt ?? null;
  }

  /** A new address, which replaces the one before; only its hash is stored. */
  async create(userId: string, language: Language, now = new Date()) {
    const [addressId, secret] = [newId(), newSecret()];
    const body: Stored = { userId, addressId, hash: hashOf(secret), language, createdAt: now.toISOString() };
    await changeRecord(this.records, { kind: KIND, id: idOf(userId) }, () => ({ body, keys: [addressId] }));
    return { token: composed(TOKEN, addressId, secret), createdAt: body.createdAt };
  }

  /** The address is invalid when this returns. Repeating it does nothing. */
  async revoke(userId: string): Promise<void> {
    const record = await this.records.get(KIND, idOf(userId));
    if (record) await this.records.delete(KIND, record.id, record.revision);
  }

  /** `undefined` for an address that is not valid, and for one of a user who has left since it was created. */
  async holder(token: string): Promise<CalendarHolder | undefined> {
    const found = parts(TOKEN, token);
    const stored = found && storedIn(await this.records.find(KIND, found.id));
    if (!stored || !isSecret(found.secret, stored.hash)) return undefined;
    const { userId: id, addressId, language, createdAt } = stored;
    const caller = await this.users.current({ id, name: id, roles: [] }, createdAt);
    return caller && { addressId, caller, language };
  }
}

const storedIn = (record: StoredRecord | undefined) => record?.body as Stored | undefined;

/** Ids from tokens of others may have any character. */
const idOf = (userId: string) => encodeURIComponent(userId);
