import { commandLaws, eventLaws, explore, foldLaws, nameLaws, newestSamples, viewLaws } from '@annals/laws';
import { annalsCatalogue, configurationOf, slices } from './index.js';

const catalogue = annalsCatalogue(configurationOf({}));
const explored = explore(catalogue.aggregates);
const samples = slices.flatMap(({ name, events }) =>
  newestSamples(events, `${import.meta.dirname}/../../../contracts/${name}/samples`),
);

commandLaws(catalogue, explored);
foldLaws(catalogue);
viewLaws(catalogue, explored, samples);
eventLaws(catalogue, explored);
nameLaws(catalogue);
