import { readFile } from 'node:fs/promises';
import { type Account, AccountStore, comparable, NameTaken } from './account.js';
import { replaceFile } from './durable-file.js';

/** Accounts in one JSON file, which one process at a time owns. */
export class FileAccountStore extends AccountStore {
  private writing: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly path: string,
    private accounts: ReadonlyMap<string, Account>,
  ) {
    super();
  }

  /** Throws if the file is there and cannot be read: an empty store in its place would let a new administrator in. */
  static async open(path: string): Promise<FileAccountStore> {
    return new FileAccountStore(path, new Map((await accountsIn(path)).map((account) => [account.id, account])));
  }

  async byId(id: string) {
    return this.accounts.get(id);
  }

  async byName(name: string) {
    return [...this.accounts.values()].find((account) => comparable(account.name) === comparable(name));
  }

  async isEmpty() {
    return this.accounts.size === 0;
  }

  save(account: Account): Promise<void> {
    const saved = this.writing.then(() => this.write(account));
    this.writing = saved.catch(() => undefined); // who saved it hears of it; the next one is not hindered
    return saved;
  }

  private async write(account: Account) {
    const holder = await this.byName(account.name);
    if (holder && holder.id !== account.id) throw new NameTaken(account.name);
    const next = new Map(this.accounts).set(account.id, account);
    await replaceFile(this.path, `${JSON.stringify([...next.values()], null, 2)}\n`);
    this.accounts = next;
  }
}

const accountsIn = async (path: string): Promise<readonly Account[]> => {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as readonly Account[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new Error(`The accounts in ${path} cannot be read.`, { cause: error });
  }
};
