import type { Field } from '../../api/catalogue.js';
import { address, initials, phone } from '../../design/format.js';
import { day } from '../../design/dates.js';
import { Fact, Facts } from '../../design/record.js';
import { Section } from '../../design/section.js';
import { useValueWords } from '../../design/value-words.js';
import { useMay } from '../../session/use-session.js';
import { useLanguage } from '../../words/language.js';
import type { CustomerView } from './data.js';
import { useProfileField } from './fields.js';
import { useCustomerTexts } from './texts.js';
import { useProfileChange } from './use-profile-change.js';

const SHOWN = [
  'code',
  'organisationCode',
  'taxNumber',
  'businessLicence',
  'industry',
  'phone',
  'email',
  'website',
  'region',
  'department',
  'customerSince',
];

type Props = { readonly customer: CustomerView; readonly isNow: boolean };

/** What is known of the customer; a value is changed in place, with a reason, and can be changed back. */
export const Profile = ({ customer, isNow }: Props) => {
  const [t, fieldOf, may] = [useCustomerTexts(), useProfileField(), useMay()];
  const { profile } = customer;
  const { changeOf, dialog, values } = useProfileChange(customer);
  const paths = SHOWN.filter(
    (path) => profile.kind === 'organisation' || !['organisationCode', 'businessLicence', 'industry'].includes(path),
  );
  const isOpen = isNow && may('customers.write');
  const shown = paths.filter((path) => isOpen || values[path] !== undefined);
  return (
    <Section title={t('facts')} aside={isOpen && t('clickToChange')}>
      <Facts>
        {shown.map((path) => (
          <Fact
            key={path}
            field={fieldOf(path)}
            value={values[path]}
            shown={shownAs(fieldOf(path), values[path])}
            change={isOpen ? changeOf(path) : undefined}
          />
        ))}
        {(profile.addresses ?? []).map((each) => (
          <Fact key={each.addressId} field={fieldOf('addresses')} value={address(each)} shown={address(each)} />
        ))}
      </Facts>
      {dialog}
    </Section>
  );
};

const shownAs = ({ name }: Field, value: unknown) =>
  name === 'phone' && typeof value === 'string' ? phone(value) : undefined;

/** Who speaks for the customer. */
export const Persons = ({ customer: { profile } }: Pick<Props, 'customer'>) => {
  const t = useCustomerTexts();
  const persons = profile.contactPersons ?? [];
  return persons.length === 0 ? null : (
    <Section title={t('persons')}>
      {persons.map((person) => (
        <div key={person.personId} className="person">
          <span className="av" aria-hidden="true">
            {initials(person.name)}
          </span>
          <div>
            {person.name} <span className="faint">{person.title}</span>
            <div className="small muted">
              {[person.phone && phone(person.phone), person.email].filter(Boolean).join(' · ')}
            </div>
          </div>
        </div>
      ))}
    </Section>
  );
};

/** How the customer wants to be contacted, and what he or she has agreed to. */
export const Consents = ({ customer: { consents, preference } }: Pick<Props, 'customer'>) => {
  const [t, word, language] = [useCustomerTexts(), useValueWords(), useLanguage()];
  const { preferredChannel, doNotContact, quietHours } = preference ?? {};
  return (
    <Section title={t('consents')}>
      <Facts>
        {preferredChannel && (
          <Fact field={labelled('preferred', t('preferred'))} value={word('NamedLeadChannel', preferredChannel)} />
        )}
        {doNotContact && <Fact field={labelled('no', t('doNotContact'))} value="✓" />}
        {quietHours && (
          <Fact field={labelled('quiet', t('quietHours'))} value={`${quietHours.from}–${quietHours.to}`} />
        )}
        {consents.map(({ channel, purpose, personId, given, since, expiresAt }) => (
          <Fact
            key={`${channel} ${purpose} ${personId}`}
            field={labelled('consent', `${word('NamedLeadChannel', channel)}, ${word('Purpose', purpose)}`)}
            value={given}
            shown={
              <>
                <span className={given ? 'good' : 'bad'}>{t(given ? 'given' : 'withdrawn')}</span>{' '}
                <span className="faint">
                  {day(since, language)}
                  {expiresAt && ` · ${t('until', { day: day(expiresAt, language) })}`}
                </span>
              </>
            }
          />
        ))}
      </Facts>
      {consents.length === 0 && !preference && <p className="muted">{t('noConsents')}</p>}
    </Section>
  );
};

const labelled = (name: string, label: string): Field => ({ name, kind: 'text', label: { en: label, zh: label } });
