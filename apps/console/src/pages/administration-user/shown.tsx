import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { answerOf, api } from '../../api/client.js';
import { number } from '../../design/format.js';
import { Moment } from '../../design/moment.js';
import { PageHead } from '../../design/page-head.js';
import { Facts } from '../../design/record.js';
import { Section } from '../../design/section.js';
import { ErrorNotice, SkeletonLines } from '../../design/states.js';
import { useValueWords } from '../../design/value-words.js';
import { useLanguage, useWords, type Words } from '../../words/language.js';
import { USER_LABELS, useUserTexts } from '../administration/user-texts.js';
import { Actions } from './actions.js';
import type { User } from './user-type.js';

type Props = { readonly user: User };

/** A user who was read. */
export const Shown = ({ user }: Props) => {
  const t = useUserTexts();
  return (
    <>
      <PageHead
        title={user.displayName}
        parent={{ title: t('administration'), to: '/administration', here: t('here') }}
        meta={
          <>
            <span>{user.name}</span>
            {user.active ? <Roles user={user} /> : <span className="tag bad">{t('inactive')}</span>}
          </>
        }
        actions={<Actions user={user} />}
      />
      <div className="cols record">
        <div className="left">
          <Account user={user} />
          <Place user={user} />
        </div>
        <div className="right">
          <Work user={user} />
        </div>
      </div>
    </>
  );
};

const Roles = ({ user: { roles } }: Props) => {
  const [t, word] = [useUserTexts(), useValueWords()];
  if (roles.length === 0) return <span className="muted">{t('noRoles')}</span>;
  return roles.map((role) => (
    <span key={role} className="tag">
      {word('NamedUserRole', role)}
    </span>
  ));
};

const Said = ({ label, children }: { readonly label: Words; readonly children: ReactNode }) => {
  const word = useWords();
  return (
    <div className="fact">
      <dt>{word(label)}</dt>
      <dd>{children ?? <span className="faint">–</span>}</dd>
    </div>
  );
};

const Account = ({ user }: Props) => {
  const t = useUserTexts();
  return (
    <Section title={t('facts')}>
      <Facts>
        <Said label={USER_LABELS.name}>{user.name}</Said>
        <Said label={USER_LABELS.email}>{user.email}</Said>
        <Said label={USER_LABELS.active}>{t(user.active ? 'active' : 'inactive')}</Said>
        <Said label={USER_LABELS.addedAt}>
          <Moment at={user.addedAt} />
        </Said>
      </Facts>
    </Section>
  );
};

const Place = ({ user: { department, team, position, regions } }: Props) => {
  const [t, language] = [useUserTexts(), useLanguage()];
  const covered = regions.length > 0 ? regions.join(language === 'zh' ? '、' : ', ') : null;
  return (
    <Section title={t('place')}>
      <Facts>
        <Said label={USER_LABELS.department}>{department}</Said>
        <Said label={USER_LABELS.team}>{team}</Said>
        <Said label={USER_LABELS.position}>{position}</Said>
        <Said label={USER_LABELS.regions}>{covered}</Said>
      </Facts>
    </Section>
  );
};

/** The pages that show the records of a kind. */
const PAGES = { customers: '/customers', deals: '/pipeline?layout=list', complaints: '/complaints' } as const;

const Figure = ({ kind, list, text }: { readonly kind: string; readonly list: string; readonly text: string }) => {
  if (!(kind in PAGES)) return text;
  const [path, own = ''] = PAGES[kind as keyof typeof PAGES].split('?');
  const query = [own, list.split('?')[1] ?? ''].filter((each) => each !== '').join('&');
  return (
    <Link className="figure" to={`${path}?${query}`}>
      {text}
    </Link>
  );
};

const Work = ({ user: { userId } }: Props) => {
  const [t, language] = [useUserTexts(), useLanguage()];
  const { data, error, refetch } = useQuery({
    queryKey: ['users', 'work', userId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/v1/users/{userId}/responsibilities', { params: { path: { userId } }, signal })),
  });
  const items = data?.items.filter(({ count }) => count > 0) ?? [];
  return (
    <Section title={t('work')}>
      {error && <ErrorNotice error={error} retry={() => void refetch()} />}
      {!data && !error && <SkeletonLines count={3} />}
      {data && items.length === 0 && <p className="muted">{t('noWork')}</p>}
      <dl className="facts">
        {items.map(({ kind, count, more, list }) => (
          <div key={kind} className="fact">
            <dt>{kind in PAGES ? t(kind as keyof typeof PAGES) : kind}</dt>
            <dd className="num">
              <Figure kind={kind} list={list} text={`${number(count, language)}${more ? '+' : ''}`} />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
};
