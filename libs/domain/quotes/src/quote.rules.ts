import type { Days } from '@annals/event-sourcing';
import type { Limits } from './quote.limits.js';
import type { TaxRates } from './tax-rates.js';

/** What quotes are judged by: the company's calendar, tax rates, and limits of roles. */
export type Settings = {
  readonly dayOf: Days['dayOf'];
  readonly rates: TaxRates;
  readonly limits: Limits;
};
