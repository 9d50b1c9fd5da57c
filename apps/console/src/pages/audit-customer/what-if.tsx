import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { ApiProblem } from '../../api/problem.js';
import { ErrorNotice, SkeletonLines } from '../../design/states.js';
import { Changes } from './changes.js';
import { Decision } from './decision.js';
import { useCustomerAuditTexts } from './texts.js';
import { useAudited } from './use-audited.js';

const readReport = (customerId: string, under: readonly string[]) =>
  answerOf(
    api.GET('/v1/customers/{customerId}/what-if', { params: { path: { customerId }, query: { under: [...under] } } }),
  );

/** The settings that rules have, which the server names to those who ask for another one. */
const useRuleSettings = (customerId: string) =>
  useQuery({
    queryKey: ['audit', 'rule-settings'],
    queryFn: () =>
      readReport(customerId, ['NONE=0']).then(
        () => [],
        (error: unknown) => {
          if (error instanceof ApiProblem && error.code === 'RuleSettingUnknown')
            return error.details['known'] as string[];
          throw error;
        },
      ),
    staleTime: Infinity,
  }).data ?? [];

/** The history replayed under another setting of the rules: which decisions would have been others. */
export const WhatIf = () => {
  const [t, { customerId, params, set }] = [useCustomerAuditTexts(), useAudited()];
  const under = params.get('under');
  const settings = useRuleSettings(customerId);
  const [name = settings[0] ?? '', value = ''] = (under ?? '').split(/=(.*)/s).filter((part) => part !== '');
  return (
    <>
      <p className="muted">{t('whatIfWhy')}</p>
      <Choice
        key={`${settings.length} ${name}`}
        settings={settings}
        name={name}
        value={value}
        run={(to) => set({ under: to })}
      />
      {under && <Outcome customerId={customerId} under={under} />}
    </>
  );
};

type ChoiceProps = {
  readonly settings: readonly string[];
  readonly name: string;
  readonly value: string;
  readonly run: (under: string) => void;
};

const Choice = ({ settings, run, ...first }: ChoiceProps) => {
  const t = useCustomerAuditTexts();
  const [{ name, value }, set] = useState(first);
  return (
    <form
      className="tools"
      onSubmit={(event) => {
        event.preventDefault();
        run(`${name}=${value}`);
      }}
    >
      <label className="field">
        <span className="lab">{t('setting')}</span>
        <select className="in" value={name} onChange={({ target }) => set({ name: target.value, value })}>
          {settings.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="lab">{t('value')}</span>
        <input
          className="in"
          required
          maxLength={2_000}
          value={value}
          onChange={({ target }) => set({ name, value: target.value })}
        />
      </label>
      <button type="submit" className="btn main-act low">
        {t('run')}
      </button>
    </form>
  );
};

const Outcome = ({ customerId, under }: { readonly customerId: string; readonly under: string }) => {
  const t = useCustomerAuditTexts();
  const { data, error } = useQuery({
    queryKey: ['audit', 'what-if', customerId, under],
    queryFn: () => readReport(customerId, [under]),
    retry: false,
  });
  if (error) return <ErrorNotice error={error} />;
  if (!data) return <SkeletonLines count={6} />;
  return (
    <>
      {data.settings.map(({ name, present, under: other }) => (
        <p key={name} className="small faint">
          {t('present', { name, present, under: other })}
        </p>
      ))}
      <section className="sec">
        <h2>{data.total > 0 ? t('differences', { count: data.total }) : t('noDifference', { count: data.events })}</h2>
        <ul className="rows">
          {data.items.map((each) => (
            <Decision key={each.item} difference={each} />
          ))}
        </ul>
      </section>
      {data.page.length > 0 && (
        <section className="sec">
          <h2>{t('now')}</h2>
          <Changes changes={data.page} />
        </section>
      )}
    </>
  );
};
