import { readFile, stat } from 'node:fs/promises';
import { AccountStore, type Account, type AccountChange } from './account.js';
import { AccountBook } from './account-book.js';
import { replaceFile } from './durable-file.js';
import { withFileLock } from './file-lock.js';

const LOOK_AGAIN = 200; // ms

/** `stamp` identifies a version of the file. */
type Read = { readonly stamp: string; readonly book: AccountBook };

/** Accounts in one JSON file. Changes by other processes are noticed within a fraction of a second. */
export class FileAccountStore extends AccountStore {
  private changing: Promise<unknown> = Promise.resolve();
  private lookedAt = performance.now();

  private constructor(
    private readonly path: string,
    private known: Read,
  ) {
    super();
  }

  /** Throws if the file exists but cannot be read: an empty store instead would create a new administrator. */
  static async open(path: string): Promise<FileAccountStore> {
    return new FileAccountStore(path, await read(path));
  }

  async byId(id: string) {
    return (await this.recent()).byId(id);
  }

  /** Reads the file again, because another process may just have created the credentials. */
  async byName(name: string) {
    return (await this.newest()).byName(name);
  }

  /** Includes credentials that another process has just created. */
  async byCredential(id: string) {
    return (await this.recent()).byCredential(id) ?? (await this.newest()).byCredential(id);
  }

  async all() {
    return (await this.newest()).accounts;
  }

  change(id: string, change: AccountChange): Promise<Account> {
    return this.inTurn(() => withFileLock(`${this.path}.lock`, () => this.write(id, change)));
  }

  private async write(id: string, change: AccountChange) {
    await this.refresh();
    const account = change(this.known.book.byId(id));
    const book = this.known.book.with(account);
    await replaceFile(this.path, `${JSON.stringify(book.accounts, null, 2)}\n`);
    this.known = { book, stamp: await stampOf(this.path) };
    return account;
  }

  private async recent(): Promise<AccountBook> {
    return performance.now() - this.lookedAt < LOOK_AGAIN ? this.known.book : this.newest();
  }

  private async newest(): Promise<AccountBook> {
    this.lookedAt = performance.now();
    if ((await stampOf(this.path)) !== this.known.stamp) await this.inTurn(() => this.refresh());
    return this.known.book;
  }

  private async refresh() {
    if ((await stampOf(this.path)) !== this.known.stamp) this.known = await read(this.path);
  }

  private inTurn<T>(action: () => Promise<T>): Promise<T> {
    const done = this.changing.then(action);
    this.changing = done.catch(() => undefined); // its caller gets the error; it does not block the next change
    return done;
  }
}

// The stamp is read first: a later change is noticed at the next check.
const read = async (path: string): Promise<Read> => {
  const stamp = await stampOf(path);
  return { stamp, book: new AccountBook(stamp === '' ? [] : await accountsIn(path)) };
};

const stampOf = async (path: string): Promise<string> => {
  try {
    const { ino, mtimeNs, size } = await stat(path, { bigint: true });
    return `${ino}/${mtimeNs}/${size}`;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
};

const accountsIn = async (path: string): Promise<readonly Account[]> => {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as readonly Account[];
  } catch (error) {
    throw new Error(`The accounts in ${path} cannot be read.`, { cause: error });
  }
};
