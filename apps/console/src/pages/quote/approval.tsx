import type { Field } from '../../api/catalogue.js';
import { instant } from '../../design/dates.js';
import { Value } from '../../design/list/cell.js';
import { Section } from '../../design/section.js';
import { useNames } from '../../design/use-names.js';
import { useLanguage } from '../../words/language.js';
import { isInvolved } from './next-acts.js';
import type { Quote } from './quote-types.js';
import { useQuoteTexts } from './texts.js';
import { useCaller } from './use-caller.js';

type Known = NonNullable<Quote['approval']>;
type Props = { readonly quote: Quote; readonly fields: readonly Field[] };

const DECIDED = { approved: 'approvedBy', refused: 'refusedBy' } as const;

/** Who asked for the approval of this version and who decided, with what they said. */
export const Approval = ({ quote, fields }: Props) => {
  const [t, { userId, mayApprove }] = [useQuoteTexts(), useCaller()];
  const { approval } = quote;
  if (!approval) return null;
  const field = fields.find(({ name }) => name === 'approval')?.fields?.find(({ name }) => name === 'status');
  const isOthers = approval.status === 'requested' && mayApprove && isInvolved(quote, userId);
  return (
    <Section title={t('approval')} aside={field && <Value value={approval.status} field={field} />}>
      <ul className="plain steps">
        <Asked approval={approval} />
        <Decided approval={approval} />
      </ul>
      {isOthers && <p className="rule muted">{t('fourEyes')}</p>}
    </Section>
  );
};

const Asked = ({ approval: { requestedBy, requestedAt, remark } }: { readonly approval: Known }) => {
  const [t, language, nameOf] = [useQuoteTexts(), useLanguage(), useNames()];
  const name = requestedBy ? (requestedBy.name ?? nameOf(requestedBy.id)) : t('anImport');
  return (
    <li>
      {t('askedBy', { name, moment: instant(requestedAt, language) })}
      {remark !== null && <span className="said small muted">{remark}</span>}
    </li>
  );
};

const Decided = ({ approval: { status, decidedBy, decidedAt, answer } }: { readonly approval: Known }) => {
  const [t, language, nameOf] = [useQuoteTexts(), useLanguage(), useNames()];
  if (status === 'requested' || decidedAt === null) return null;
  const name = decidedBy ? (decidedBy.name ?? nameOf(decidedBy.id)) : t('anImport');
  return (
    <li>
      {t(DECIDED[status], { name, moment: instant(decidedAt, language) })}
      {answer !== null && <span className="said small muted">{answer}</span>}
    </li>
  );
};
