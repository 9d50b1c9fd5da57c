import { Link } from 'react-router';
import type { Field } from '../../api/catalogue.js';
import { send } from '../../api/command.js';
import { PageHead } from '../../design/page-head.js';
import { Amount } from '../../design/moment.js';
import { Fact, Facts } from '../../design/record.js';
import { Section } from '../../design/section.js';
import { RecordEvents } from '../../design/record-events.js';
import { useMay, useRefresh } from '../../session/use-session.js';
import type { Deal } from '../pipeline/deal.js';
import { Actions } from './actions.js';
import { Lines } from './lines.js';
import { useDealTexts } from './texts.js';

type Props = { readonly deal: Deal; readonly fields: readonly Field[] };

const FACTS = [
  ...(['step', 'status', 'owner', 'expectedCloseDate', 'country', 'region', 'openedAt', 'stepSince'] as const),
  ...(['closedAt', 'reason', 'competitor', 'samples'] as const),
];
const CHANGEABLE: readonly string[] = ['expectedCloseDate', 'owner', 'country', 'region'];

/** A deal that was read: its lines, its events, its terms. */
export const Shown = ({ deal, fields }: Props) => {
  const t = useDealTexts();
  const { dealId, customerId, customerName, title, value, openedAt } = deal;
  return (
    <>
      <PageHead
        title={title}
        parent={{ title: t('pipeline'), to: '/pipeline', here: t('here') }}
        meta={
          <>
            <Link className="link" to={`/customers/${encodeURIComponent(customerId)}`}>
              {customerName ?? customerId}
            </Link>
            <Amount value={value} />
          </>
        }
        actions={<Actions deal={deal} />}
      />
      <div className="cols record">
        <div className="left">
          <Lines deal={deal} fields={fields.find(({ name }) => name === 'lines')?.item?.fields ?? []} />
          <RecordEvents customerId={customerId} id={['dealId', dealId]} since={openedAt} fields={fields} />
        </div>
        <div className="right">
          <Terms deal={deal} fields={fields} />
        </div>
      </div>
    </>
  );
};

const Terms = ({ deal, fields }: Props) => {
  const [t, may, refresh] = [useDealTexts(), useMay(), useRefresh()];
  const { dealId, revision, status } = deal;
  const mayChange = status === 'open' && may('deals.write');
  const saving = (name: string) => async (value: unknown, reason: string) => {
    const why = reason.trim() === '' ? {} : { reason: reason.trim() };
    await send({ name: 'ChangeDeal', fields: { dealId, [name]: value, ...why }, revision });
    await refresh();
  };
  return (
    <Section title={t('facts')}>
      <Facts>
        {FACTS.map((name) => {
          const field = fields.find((each) => each.name === name);
          const save = mayChange && CHANGEABLE.includes(name) ? saving(name) : undefined;
          if (!field || (!save && deal[name] === null)) return null;
          return <Fact key={name} field={field} value={deal[name]} save={save} />;
        })}
      </Facts>
    </Section>
  );
};
