import { wordLaws } from '@annals/laws';
import { annalsCatalogue, configurationOf } from './catalogue.js';
import { routesOf } from './processes.js';

const catalogue = annalsCatalogue(configurationOf({}));

wordLaws(catalogue);

it.each(routesOf(catalogue))('says in both languages what $method $path does', ({ summary }) => {
  expect(summary?.en).toMatch(/^[A-Z][^\u4e00-\u9fff]*[^.]$/);
  expect(summary?.zh).toMatch(/[\u4e00-\u9fff]/);
});
