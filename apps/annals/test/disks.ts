import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A data folder with limited room. */
export type Disk = {
  /** For titles of tests. */
  readonly trouble: string;
  readonly dataDir: string;
  /** Makes all further writes of the process `pid` fail. */
  readonly fill: (pid: number) => void;
  readonly makeRoom: (pid: number) => void;
  readonly remove: () => void;
};

const done = (command: string, ...args: readonly string[]) => spawnSync(command, args).status === 0;

const must = (command: string, ...args: readonly string[]) => {
  const { status, stderr, error } = spawnSync(command, args);
  if (status !== 0) throw error ?? new Error(stderr.toString());
};

/** Every user of a Linux machine can limit the size of the files of a process. */
const limitedFiles = (folder: string): Disk => ({
  trouble: 'no file can grow',
  dataDir: join(folder, 'limited'),
  fill: (pid) => must('prlimit', '--pid', `${pid}`, '--fsize=4096:'),
  makeRoom: (pid) => must('prlimit', '--pid', `${pid}`, '--fsize=unlimited:'),
  remove: () => rmSync(join(folder, 'limited'), { recursive: true, force: true }),
});

/** A separate disk, if this user can mount one. */
const smallDisk = (folder: string): Disk | undefined => {
  const disk = join(folder, 'disk');
  const ballast = join(disk, 'ballast');
  mkdirSync(disk);
  if (!done('mount', '-t', 'tmpfs', '-o', 'size=256m', 'tmpfs', disk)) return undefined;
  return {
    trouble: 'the disk is full',
    dataDir: join(disk, 'data'),
    fill: () => fillUp(ballast),
    makeRoom: () => rmSync(ballast),
    remove: () => must('umount', disk),
  };
};

const fillUp = (file: string) => {
  for (const bytes of [1_048_576, 4_096]) appendWhileRoom(file, Buffer.alloc(bytes));
};

const appendWhileRoom = (file: string, bytes: Buffer) => {
  try {
    for (;;) appendFileSync(file, bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
};

/** All such folders that this machine and this user support. */
export const disksIn = (folder: string): readonly Disk[] =>
  [limitedFiles(folder), smallDisk(folder)].filter((disk) => disk !== undefined);
