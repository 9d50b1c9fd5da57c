import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { PlainTable } from '../../design/plain-table.js';
import { SearchField } from '../../design/search-field.js';
import { Empty, ErrorNotice, SkeletonLines } from '../../design/states.js';
import type { components } from '../../generated/api.js';
import { useWords } from '../../words/language.js';
import { useSettingTexts } from './setting-texts.js';

type Setting = components['schemas']['SettingState'];
type Group = components['schemas']['SettingsOfGroup'];

const withWords = (groups: readonly Group[], words: string): readonly Group[] =>
  groups.flatMap(({ title, settings }) => {
    const found = settings.filter(({ name, meaning: { en, zh } }) =>
      `${name} ${en} ${zh}`.toLowerCase().includes(words.trim().toLowerCase()),
    );
    return found.length > 0 ? [{ title, settings: found }] : [];
  });

/** What the settings mean and what they are; they are changed where Annals is started. */
export const Settings = () => {
  const [words, search] = useState('');
  const [t, word] = [useSettingTexts(), useWords()];
  const { data, error, refetch } = useQuery({
    queryKey: ['settings'],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/settings', { signal })),
  });
  const groups = withWords(data?.groups ?? [], words);
  return (
    <>
      <div className="tools">
        <SearchField label={t('search')} placeholder={t('search')} value={words} onChange={search} />
        <p className="muted">{t('how')}</p>
      </div>
      {error && <ErrorNotice error={error} retry={() => void refetch()} />}
      {!data && !error && <SkeletonLines count={10} />}
      {data && groups.length === 0 && <Empty title={t('none')} />}
      {groups.map(({ title, settings }) => (
        <section key={title.en} className="sec part">
          <div className="sec-h">
            <h2>{word(title)}</h2>
          </div>
          <Table title={word(title)} settings={settings} />
        </section>
      ))}
    </>
  );
};

const Table = ({ title, settings }: { readonly title: string; readonly settings: readonly Setting[] }) => {
  const t = useSettingTexts();
  return (
    <PlainTable
      label={title}
      rows={settings}
      idOf={({ name }) => name}
      columns={[
        { label: t('meaning'), phone: 'wide', width: '52%', show: (setting) => <Meaning setting={setting} /> },
        { label: t('value'), phone: 'wide', show: (setting) => <Value setting={setting} /> },
        {
          label: t('default'),
          phone: 'off',
          show: ({ default: text }) => <span className="muted">{text ?? '–'}</span>,
        },
      ]}
    />
  );
};

type Props = { readonly setting: Setting };

const Meaning = ({ setting: { name, meaning } }: Props) => {
  const word = useWords();
  return (
    <>
      {word(meaning)}
      <span className="small faint say">{name}</span>
    </>
  );
};

const Value = ({ setting }: Props) => {
  const [t, word] = [useSettingTexts(), useWords()];
  const { value, unit, secret, given, default: usual } = setting;
  if (secret) return <span className={given ? 'tag' : 'faint'}>{t(given ? 'kept' : 'notSet')}</span>;
  if (value === null) return <span className="faint">{t('notSet')}</span>;
  return (
    <>
      <span className={value === usual ? undefined : 'strong'}>
        {value} {unit && word(unit)}
      </span>
      {value !== usual && <span className="small faint say">{t('changed')}</span>}
    </>
  );
};
