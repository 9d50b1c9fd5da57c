import { command, Fits, Required } from '@annals/command-bus';
import {
  dealLine,
  dealTerms,
  outcome,
  sample,
  step,
  type DealTerms,
  type Outcome,
  type Step,
} from '@annals/contracts-deals';
import { id, label, type Money } from '@annals/contracts-values';
import { DecimalStrings } from './decimal-strings.js';
import type { GivenLine, GivenTerms } from './deal.terms.js';

const { title, value, owner, country, region, expectedCloseDate, attributes } = dealTerms.shape;
const { currency } = value.shape;
const money = value.strict();
const line = dealLine.omit({ net: true }).partial({ discount: true }).strict();
const lines = line.array().max(1_000);

/** With lines the value is their sum, in `currency`; without them it is given. */
export class OpenDeal extends command('OpenDeal') implements GivenTerms {
  @Fits(id) readonly dealId!: string;
  @Fits(id) readonly customerId!: string;
  @Fits(title) readonly title!: string;
  @DecimalStrings() @Fits(money.optional()) readonly value?: Money;
  @Fits(currency.optional()) readonly currency?: string;
  @DecimalStrings() @Fits(lines.optional()) readonly lines?: readonly GivenLine[];
  @Fits(owner.optional()) readonly owner?: DealTerms['owner'];
  @Fits(country.optional()) readonly country?: string | null;
  @Fits(region.optional()) readonly region?: string | null;
  @Fits(expectedCloseDate.optional()) readonly expectedCloseDate?: string | null;
  @Fits(attributes.optional()) readonly attributes?: DealTerms['attributes'];
  /** The first one, `need-found`, if not given. */
  @Fits(step.optional()) readonly step?: Step;
}

export class AdvanceDeal extends command('AdvanceDeal') {
  @Fits(id) readonly dealId!: string;
  @Fits(step) readonly to!: Step;
}

/** Only what is given changes; `null` empties a field that may be empty, `attributes` and `lines` are replaced as a whole. */
export class ChangeDeal extends command('ChangeDeal') implements GivenTerms {
  @Fits(id) readonly dealId!: string;
  @Fits(title.optional()) readonly title?: string;
  @DecimalStrings() @Fits(money.optional()) readonly value?: Money;
  @Fits(currency.optional()) readonly currency?: string;
  @DecimalStrings() @Fits(lines.optional()) readonly lines?: readonly GivenLine[];
  @Fits(owner.optional()) readonly owner?: DealTerms['owner'];
  @Fits(country.optional()) readonly country?: string | null;
  @Fits(region.optional()) readonly region?: string | null;
  @Fits(expectedCloseDate.optional()) readonly expectedCloseDate?: string | null;
  @Fits(attributes.optional()) readonly attributes?: DealTerms['attributes'];
}

export class RecordSample extends command('RecordSample') {
  @Fits(id) readonly dealId!: string;
  @Fits(sample.shape.sampleId) readonly sampleId!: string;
  @Fits(sample.shape.product) readonly product!: string;
  @DecimalStrings() @Fits(sample.shape.quantity) readonly quantity!: string;
  @Fits(sample.shape.note.optional()) readonly note?: string;
}

/** A lost deal needs a reason. `value` is the final one of a deal without lines. */
export class CloseDeal extends command('CloseDeal') {
  @Fits(id) readonly dealId!: string;
  @Fits(outcome) readonly outcome!: Outcome;
  @DecimalStrings() @Fits(money.optional()) readonly value?: Money;
  @Fits(label.optional()) readonly competitor?: string;
}

export class ReopenDeal extends command('ReopenDeal') {
  @Fits(id) readonly dealId!: string;
  @Required() @Fits(label) declare readonly reason: string;
}
