import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { Icon } from '../../design/icon.js';
import { Section } from '../../design/section.js';
import { useValueWords } from '../../design/value-words.js';
import type { components } from '../../generated/api.js';
import { useLanguage } from '../../words/language.js';
import { useCustomerTexts } from './texts.js';

type Channel = components['schemas']['NamedLeadChannel'];
type Purpose = components['schemas']['Purpose'];
type Permission = components['schemas']['ContactPermission'];

const CHANNELS: readonly Channel[] = ['phone', 'email', 'sms', 'in-person'];
const PURPOSES: readonly Purpose[] = ['service', 'sales', 'marketing'];

/** What the rules make of contacts over some channels. */
const usePermissions = (customerId: string, purpose: Purpose, channels: readonly Channel[]) => {
  const language = useLanguage();
  return useQueries({
    queries: channels.map((channel) => ({
      queryKey: ['contact-permission', customerId, purpose, channel, language],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        answerOf(
          api.GET('/v1/customers/{customerId}/contact-permission', {
            params: { path: { customerId }, query: { channel, purpose } },
            signal,
          }),
        ),
    })),
  });
};

/** Whether the customer may be contacted, over which channel, and which rule says no. */
export const Contacting = ({ customerId }: { readonly customerId: string }) => {
  const [t, word] = [useCustomerTexts(), useValueWords()];
  const [purpose, choose] = useState<Purpose>('service');
  const found = usePermissions(customerId, purpose, CHANNELS);
  return (
    <Section title={t('contacting')}>
      <div className="seg mini" role="group" aria-label={t('purpose')} style={{ marginBottom: 8 }}>
        {PURPOSES.map((each) => (
          <button key={each} type="button" aria-pressed={each === purpose} onClick={() => choose(each)}>
            {word('Purpose', each)}
          </button>
        ))}
      </div>
      <ul className="rule">
        {found.map(({ data }, index) => data && <Rules key={CHANNELS[index]} permission={data} />)}
      </ul>
    </Section>
  );
};

/** The rules for one contact, before it is made. */
export const PermissionFor = ({
  customerId,
  channel,
  purpose,
}: {
  readonly customerId: string;
  readonly channel: string;
  readonly purpose: string;
}) => {
  const [{ data } = {}] = usePermissions(customerId, purpose as Purpose, [channel as Channel]);
  return data ? (
    <ul className="rule" role="status">
      <Rules permission={data} />
    </ul>
  ) : null;
};

const Rules = ({ permission: { channel, allowed, rules, warnings } }: { readonly permission: Permission }) => {
  const [t, word] = [useCustomerTexts(), useValueWords()];
  const name = word('NamedLeadChannel', channel);
  const refused = rules.filter(({ applies, allows }) => applies && !allows);
  return (
    <>
      {allowed ? (
        <li className="yes">
          <Icon name="check" /> <span>{t('allowed', { channel: name })}</span>
        </li>
      ) : (
        refused.map(({ rule, detail }) => (
          <li key={rule} className="no">
            <Icon name="no" />
            <span>
              {name}: {detail}
            </span>
          </li>
        ))
      )}
      {allowed &&
        warnings.map(({ detail }) => (
          <li key={detail} className="muted">
            <Icon name="more" /> <span>{detail}</span>
          </li>
        ))}
    </>
  );
};
