import type { Contract, Event } from '@annals/event-sourcing';
import { readFileSync } from 'node:fs';

/** The sample of each version of each contract, upcast to its newest version. */
export const newestSamples = (contracts: readonly Contract[], folder: string): readonly Event[] =>
  contracts.flatMap((contract) =>
    Array.from({ length: contract.version }, (_, index) => {
      const schemaVersion = index + 1;
      const data = JSON.parse(readFileSync(`${folder}/${contract.type}.v${schemaVersion}.json`, 'utf8')) as object;
      return contract.upcast({ data, schemaVersion });
    }),
  );
