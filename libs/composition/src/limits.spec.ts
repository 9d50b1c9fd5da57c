import { limitLaws } from '@annals/laws';
import { annalsCatalogue, configurationOf } from './catalogue.js';

limitLaws(annalsCatalogue(configurationOf({})));
