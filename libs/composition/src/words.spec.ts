import { wordLaws } from '@annals/laws';
import { annalsCatalogue, configurationOf } from './catalogue.js';

wordLaws(annalsCatalogue(configurationOf({})));
