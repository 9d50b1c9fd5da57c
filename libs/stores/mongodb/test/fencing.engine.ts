import type { MongoDocumentStore } from '@annals/store-mongodb';
import { until } from '@annals/testing';
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { onEachServer } from './databases.js';

type Holder = { readonly process: ChildProcess; readonly said: string[] };

describe('a process that sleeps longer than its lease', () => {
  onEachServer(({ newUrl, storeIn }) => {
    const holders: Holder[] = [];
    let url: string;
    let store: MongoDocumentStore;

    beforeEach(async () => {
      url = newUrl();
      store = storeIn(url);
      await store.open({ name: 'shelf-v1', fields: {}, indexes: [] });
    });

    afterEach(() => holders.splice(0).forEach(({ process }) => process.kill('SIGKILL')));

    const started = (owner: string): Holder => {
      const child = spawn(process.execPath, [`${import.meta.dirname}/holder.mjs`, url, owner], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const holder: Holder = { process: child, said: [] };
      createInterface(child.stdout).on('line', (line) => holder.said.push(line));
      holders.push(holder);
      return holder;
    };
    const commitsOf = ({ said }: Holder) => said.filter((line) => line === 'commits').length;

    it('changes nothing any more once another one has taken over', async () => {
      const one = started('one');
      await until(() => commitsOf(one) > 5);
      one.process.kill('SIGSTOP');
      const other = started('other');
      await until(() => commitsOf(other) > 5);
      one.process.kill('SIGCONT');
      await until(() => one.said.at(-1) !== 'commits');
      expect(one.said.at(-1)).toBe('fenced');
      const before = commitsOf(other);
      await until(() => commitsOf(other) > before + 5);
      other.process.kill('SIGKILL');
      await until(() => other.process.signalCode !== null);

      const { documents } = await store.find('shelf-v1', { limit: 10_000 });
      const tokens = documents
        .toSorted((a, b) => a.position - b.position)
        .map(({ body }) => (body as { token: number }).token);
      expect(tokens).toEqual(tokens.toSorted((a, b) => a - b));
      expect(documents.map(({ position }) => position).toSorted((a, b) => a - b)).toEqual(
        documents.map((_, index) => index + 1),
      );
      expect(tokens.length).toBeGreaterThanOrEqual((await store.checkpoint('shelf-v1'))!);
    });
  });
});
