import {
  commandLaws,
  eventLaws,
  explore,
  foldLaws,
  limitLaws,
  nameLaws,
  newestSamples,
  problemLaws,
  publicationLaws,
  viewLaws,
  wordLaws,
} from '@annals/laws';
import type { Aggregate } from '@annals/slice';
import { join } from 'node:path';
import type { Scratch } from './scratch.js';

/** The laws over all slices, for this one. */
export const lawTests = ({ folder, composition }: Scratch): void => {
  const { annalsCatalogue, configurationOf, problemCatalogue } = composition;
  const configuration = configurationOf({});
  const [loans] = composition.slices.filter(({ name }) => name === 'loans');
  const catalogue = annalsCatalogue(configuration, [loans!]);
  const product = annalsCatalogue(configuration);

  /** Borrowers are registered; other events of customers are not explored here. */
  const customers = ({ commands, ...aggregate }: Aggregate): Aggregate => ({
    ...aggregate,
    commands: commands.filter(({ type }) => type === 'RegisterCustomer'),
  });
  const explored = explore({
    ...catalogue,
    merging: product.merging,
    aggregates: [...product.aggregates.map(customers), ...catalogue.aggregates],
  });

  commandLaws(catalogue, explored);
  foldLaws(catalogue);
  viewLaws(catalogue, explored, newestSamples(loans!.events, join(folder, 'contracts/loans/samples')));
  eventLaws(catalogue, explored);
  nameLaws(product);
  limitLaws(catalogue);
  wordLaws(catalogue);
  publicationLaws(catalogue.publications);
  problemLaws(
    problemCatalogue.filter(({ code }) => code.startsWith('Loan')),
    catalogue.contracts,
  );
};
