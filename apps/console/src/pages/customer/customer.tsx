import { Popover } from 'antd';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { day } from '../../design/dates.js';
import { CommandDrawer } from '../../design/form/command-drawer.js';
import { Icon } from '../../design/icon.js';
import { useShortcuts } from '../../design/keys.js';
import { PageHead } from '../../design/page-head.js';
import { ErrorNotice, SkeletonLines } from '../../design/states.js';
import { useTitle } from '../../design/use-title.js';
import { useValueWords } from '../../design/value-words.js';
import { useMay } from '../../session/use-session.js';
import { useLanguage } from '../../words/language.js';
import { Comparison } from './comparison.js';
import { Contacting, PermissionFor } from './contacting.js';
import { useCustomer, useHistory, useLifecycle, type CustomerView } from './data.js';
import { Duplicates } from './duplicates.js';
import { LifeBar } from './life-bar.js';
import { Evidence } from './life-track.js';
import { useMoment, type Moment } from './moment.js';
import { Consents, Persons, Profile } from './profile.js';
import { Sources } from './sources.js';
import { Story } from './story.js';
import { useCustomerTexts } from './texts.js';
import { Todo } from './todo.js';

/** A customer now or at any moment: four sources, what needs doing, rules, facts, and everything that happened. */
const Customer = () => {
  const { customerId = '' } = useParams();
  const moment = useMoment();
  const { data, error, refetch } = useCustomer(customerId, moment);
  if (error && !data)
    return (
      <div className="page">
        <ErrorNotice error={error} retry={() => void refetch()} />
      </div>
    );
  if (!data)
    return (
      <div className="page">
        <SkeletonLines count={10} />
      </div>
    );
  return <Shown customer={data} moment={moment} error={error} />;
};

type ShownProps = { readonly customer: CustomerView; readonly moment: Moment; readonly error: unknown };

const Shown = ({ customer, moment, error }: ShownProps) => {
  const [events, lifecycle] = [useHistory(customer.customerId), useLifecycle(customer.customerId)];
  const isNow = moment.asOf === undefined;
  useTitle(customer.profile.name ?? customer.customerId);
  return (
    <>
      <Head customer={customer} moment={moment} />
      {events && <LifeBar events={events} changes={lifecycle?.history ?? []} moment={moment} />}
      {error ? (
        <div className="page">
          <ErrorNotice error={error} />
        </div>
      ) : null}
      {moment.compare === undefined ? (
        <>
          <Sources customer={customer} />
          <div className="cols">
            <div className="left">{events && <Story events={events} moment={moment} />}</div>
            <div className="right">
              <Todo customer={customer} />
              {isNow && <Contacting customerId={customer.customerId} />}
              <Profile customer={customer} isNow={isNow} />
              <Persons customer={customer} />
              <Consents customer={customer} />
              {isNow && <Duplicates customerId={customer.customerId} />}
            </div>
          </div>
        </>
      ) : (
        <Comparison customerId={customer.customerId} from={moment.compare} moment={moment} />
      )}
    </>
  );
};

const COMPOSED = {
  contact: {
    name: 'MakeContact',
    right: 'contacts.write',
    shown: ['channel', 'direction', 'purpose', 'personId', 'summary', 'outcome'],
  },
  deal: { name: 'OpenDeal', right: 'deals.write', shown: ['title', 'value', 'expectedCloseDate'] },
  complaint: {
    name: 'FileComplaint',
    right: 'complaints.write',
    shown: ['subject', 'category', 'severity', 'description'],
  },
} as const;

const TITLES = { contact: 'recordContact', deal: 'openDeal', complaint: 'fileComplaint' } as const;
type Composed = keyof typeof COMPOSED;

const Head = ({ customer, moment }: { readonly customer: CustomerView; readonly moment: Moment }) => {
  const [t, word, language] = [useCustomerTexts(), useValueWords(), useLanguage()];
  const { profile, owner, lifecycle, customerId } = customer;
  const state = lifecycle && word('LifecycleState', lifecycle.state);
  return (
    <PageHead
      title={profile.name ?? customerId}
      parent={{ title: t('customers'), to: '/customers', here: profile.code ?? customerId }}
      meta={
        <>
          <span>
            {t('owner')} <b>{owner?.name ?? owner?.id ?? t('nobody')}</b>
          </span>
          {lifecycle && state && (
            <span>
              <b>{t('since', { state, day: day(lifecycle.since, language) })}</b>{' '}
              <Popover trigger="click" title={t('evidence', { state })} content={<Evidence change={lifecycle} />}>
                <button type="button" className="link">
                  {t('why')}
                </button>
              </Popover>
            </span>
          )}
        </>
      }
      actions={<Actions customer={customer} moment={moment} />}
    />
  );
};

const Actions = ({ customer, moment }: { readonly customer: CustomerView; readonly moment: Moment }) => {
  const [t, may, [params, set]] = [useCustomerTexts(), useMay(), useSearchParams()];
  const [isOpen, open] = useState(false);
  const composed = params.get('compose') as Composed | null;
  const compose = (what: Composed | undefined) => {
    open(false);
    set(
      (before) => {
        const next = new URLSearchParams(before);
        if (what) next.set('compose', what);
        else next.delete('compose');
        return next;
      },
      { replace: true },
    );
  };
  useShortcuts([{ key: 'c', does: { en: 'Record a contact', zh: '记录接触' }, run: () => compose('contact') }]);
  if (moment.asOf !== undefined)
    return (
      <button type="button" className="btn main-act" onClick={() => moment.go(undefined)}>
        {t('backToNow')}
      </button>
    );
  const others = (['deal', 'complaint'] as const).filter((each) => may(COMPOSED[each].right));
  return (
    <>
      {others.length > 0 && (
        <Popover
          trigger="click"
          placement="bottomRight"
          open={isOpen}
          onOpenChange={open}
          content={
            <div className="menu">
              {others.map((each) => (
                <button key={each} type="button" onClick={() => compose(each)}>
                  <Icon name={each === 'deal' ? 'deal' : 'alert'} /> {t(TITLES[each])}
                </button>
              ))}
            </div>
          }
        >
          <button type="button" className="btn">
            <Icon name="more" /> {t('more')}
          </button>
        </Popover>
      )}
      {may(COMPOSED.contact.right) && (
        <button type="button" className="btn main-act" onClick={() => compose('contact')}>
          <Icon name="talk" /> {t('recordContact')}
        </button>
      )}
      {composed && composed in COMPOSED && (
        <Compose what={composed} customer={customer} onClose={() => compose(undefined)} />
      )}
    </>
  );
};

const Compose = ({
  what,
  customer: { customerId, profile },
  onClose,
}: {
  readonly what: Composed;
  readonly customer: CustomerView;
  readonly onClose: () => void;
}) => {
  const t = useCustomerTexts();
  const { name, shown } = COMPOSED[what];
  const persons = (profile.contactPersons ?? []).map(({ personId, name: called }) => ({
    value: personId,
    en: called,
    zh: called,
  }));
  return (
    <CommandDrawer
      name={name}
      title={t(TITLES[what])}
      action={t(TITLES[what])}
      fixed={{ customerId }}
      shown={shown}
      fields={persons.length > 0 ? { personId: { kind: 'choice', values: persons } } : {}}
      before={({ channel, purpose, direction }) =>
        typeof channel === 'string' &&
        typeof purpose === 'string' &&
        channel !== '' &&
        purpose !== '' &&
        direction !== 'inbound' ? (
          <PermissionFor customerId={customerId} channel={channel} purpose={purpose} />
        ) : null
      }
      onDone={() => undefined}
      onClose={onClose}
    />
  );
};

export default Customer;
