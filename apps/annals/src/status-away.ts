import { annalsCatalogue, documentsOf } from '@annals/composition/engine';
import type { Configuration } from '@annals/configuration';
import { engineName, type EngineFault } from '@annals/event-sourcing';
import { knownTrouble } from '@annals/projecting';
import { print } from './print.js';
import { table } from './table.js';

/** Prints what is known while the log is away: since when and why, and how far each view had read it. */
export const showStatusWithoutLog = async ({ report }: EngineFault, configuration: Configuration): Promise<void> => {
  const documents = await documentsOf(configuration);
  try {
    const known = await knownTrouble(documents);
    const { state, kind, meaning = kind } = report;
    const since = known ? `since ${known.since}` : 'since a time that no process of Annals has noted';
    print(`${state}: ${engineName(report)} ${meaning}, ${since}.\n`);
    const rows = await Promise.all(
      annalsCatalogue(configuration).views.map(async ({ name }) => {
        const collection = await documents.served(name);
        const position = collection === undefined ? 0 : ((await documents.checkpoint(collection)) ?? 0);
        return [name, position.toLocaleString('en')];
      }),
    );
    for (const line of table([['view', 'position'], ...rows])) print(line);
  } finally {
    await documents.close();
  }
};
