import { daysIn } from '@annals/analytics';
import { dealOn } from '../src/deal.decider.js';

export const deal = dealOn(daysIn('UTC'));
