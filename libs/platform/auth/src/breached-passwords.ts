import type { BeforeApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';

const DIGEST = 40; // letters
const LONGEST = 64; // bytes of a line

/**
 * The passwords that are known from breaches, in a file of their SHA-1 digests, one a line and in order, each with a count
 * behind it: the list of Have I Been Pwned as its downloader writes it. Nothing of a password leaves the machine.
 */
export class BreachedPasswords implements OnModuleInit, BeforeApplicationShutdown {
  private file: FileHandle | undefined;

  constructor(private readonly path: string | undefined) {}

  /** Throws if the file cannot be opened, or does not begin with a digest. */
  async onModuleInit() {
    if (this.path === undefined) return;
    try {
      this.file = await open(this.path);
    } catch (error) {
      throw new Error(`BREACHED_PASSWORDS cannot be opened: ${(error as Error).message}.`, { cause: error });
    }
    const { line } = await lineAt(this.file, 0, 0);
    if (!/^[\dA-F]{40}(:\d+)?$/.test(line))
      throw new Error(
        'BREACHED_PASSWORDS must be a file of SHA-1 digests in capital letters, one a line and in order.',
      );
  }

  async beforeApplicationShutdown() {
    await this.file?.close();
    this.file = undefined;
  }

  /** Whether a password is among them; never without a file. */
  async has(password: string): Promise<boolean> {
    const wanted = createHash('sha1').update(password.normalize('NFKC')).digest('hex').toUpperCase();
    return this.file !== undefined && isIn(this.file, wanted);
  }
}

/** Halves the file until the digest is found or nothing is left. */
const isIn = async (file: FileHandle, wanted: string): Promise<boolean> => {
  let [low, high] = [0, (await file.stat()).size];
  while (low < high) {
    const { line, start, end } = await lineAt(file, Math.floor((low + high) / 2), low);
    const digest = line.slice(0, DIGEST);
    if (digest === wanted) return true;
    if (digest < wanted) low = end;
    else high = start;
  }
  return false;
};

/** The line that a byte belongs to, where it starts and where the next one does; it does not start before `low`, where a line starts. */
const lineAt = async (file: FileHandle, at: number, low: number) => {
  const from = Math.max(low, at - LONGEST);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(2 * LONGEST), 0, 2 * LONGEST, from);
  const text = buffer.toString('latin1', 0, bytesRead);
  const start = text.lastIndexOf('\n', at - from - 1) + 1;
  const next = text.indexOf('\n', at - from);
  const end = next < 0 ? bytesRead : next;
  return { line: text.slice(start, end).trimEnd(), start: from + start, end: from + end + 1 };
};
