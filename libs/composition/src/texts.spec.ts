import { textLaws } from '@annals/laws';
import { annalsCatalogue, configurationOf } from './catalogue.js';

textLaws(annalsCatalogue(configurationOf({})));
