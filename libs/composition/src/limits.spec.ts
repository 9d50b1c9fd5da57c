import { largestLaws, limitLaws } from '@annals/laws';
import { annalsCatalogue, configurationOf } from './catalogue.js';

const catalogue = annalsCatalogue(configurationOf({}));

limitLaws(catalogue);
largestLaws(catalogue);
