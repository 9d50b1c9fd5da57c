import { Popover } from 'antd';
import { useState } from 'react';
import { day } from '../../design/dates.js';
import { Icon } from '../../design/icon.js';
import { useShortcuts } from '../../design/keys.js';
import { PageHead } from '../../design/page-head.js';
import { useAddress } from '../../design/use-address.js';
import { useValueWords } from '../../design/value-words.js';
import { withParam } from '../../design/with-param.js';
import { useMay } from '../../session/use-session.js';
import { useLanguage } from '../../words/language.js';
import { Compose, COMPOSED, TITLES, type Composed } from './compose.js';
import type { CustomerView } from './data.js';
import { Evidence } from './evidence.js';
import type { Moment } from './moment.js';
import { useCustomerTexts } from './texts.js';

/** Name, owner and lifecycle of the customer, and what can be recorded. */
export const Head = ({ customer, moment }: { readonly customer: CustomerView; readonly moment: Moment }) => {
  const t = useCustomerTexts();
  const { profile, customerId } = customer;
  return (
    <PageHead
      title={profile.name ?? customerId}
      parent={{ title: t('customers'), to: '/customers', here: profile.code ?? customerId }}
      meta={<Meta customer={customer} />}
      actions={<Actions customer={customer} moment={moment} />}
    />
  );
};

const Meta = ({ customer: { owner, lifecycle } }: { readonly customer: CustomerView }) => {
  const [t, word, language] = [useCustomerTexts(), useValueWords(), useLanguage()];
  const state = lifecycle && word('LifecycleState', lifecycle.state);
  return (
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
  );
};

const Actions = ({ customer, moment }: { readonly customer: CustomerView; readonly moment: Moment }) => {
  const [t, may, [params, set]] = [useCustomerTexts(), useMay(), useAddress()];
  const [isOpen, open] = useState(false);
  const composed = params.get('compose') as Composed | null;
  const go = (name: string, value: string | undefined) => {
    open(false);
    set((before) => withParam(before, name, value));
  };
  const compose = (what: Composed | undefined) => go('compose', what);
  useShortcuts([{ key: 'c', does: { en: 'Record a contact', zh: '记录接触' }, run: () => compose('contact') }]);
  if (moment.asOf !== undefined)
    return (
      <button type="button" className="btn main-act" onClick={() => moment.go(undefined)}>
        {t('backToNow')}
      </button>
    );
  const others = (['deal', 'complaint', 'task'] as const).filter((each) => may(COMPOSED[each].right));
  return (
    <>
      {(others.length > 0 || may('customers.merge')) && (
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
              {may('customers.merge') && (
                <button type="button" onClick={() => go('merge', '')}>
                  <Icon name="people" /> {t('merge')}
                </button>
              )}
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
