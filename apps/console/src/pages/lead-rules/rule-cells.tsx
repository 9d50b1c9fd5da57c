import { day } from '../../design/dates.js';
import { useNames } from '../../design/use-names.js';
import { useValueWords } from '../../design/value-words.js';
import type { components } from '../../generated/api.js';
import { useLanguage } from '../../words/language.js';
import { useLeadRulesTexts } from './texts.js';

export type Rule = components['schemas']['NamedLeadRule'];
type Props = { readonly rule: Rule };

const TAKES = ['sources', 'regions', 'countries', 'languages'] as const;

/** Which leads a rule takes. */
export const Takes = ({ rule }: Props) => {
  const [t, language] = [useLeadRulesTexts(), useLanguage()];
  const limited = TAKES.filter((name) => rule[name].length > 0);
  if (limited.length === 0) return <span className="muted">{t('everything')}</span>;
  return limited.map((name) => (
    <span key={name} className="say">
      <span className="small muted">{t(name)}</span> {rule[name].join(language === 'zh' ? '、' : ', ')}
    </span>
  ));
};

/** How a rule chooses, and among whom. */
export const Members = ({ rule: { method, members } }: Props) => {
  const [t, word, nameOf, language] = [useLeadRulesTexts(), useValueWords(), useNames(), useLanguage()];
  return (
    <>
      <span className="small muted say">{word('Method', method)}</span>
      {members.map(({ userId, capacity, awayUntil }) => (
        <span key={userId} className="say">
          {nameOf(userId)} <span className="small muted">{t('capacity', { capacity })}</span>
          {awayUntil !== null && (
            <span className="small muted"> · {t('awayUntil', { day: day(awayUntil, language) })}</span>
          )}
        </span>
      ))}
    </>
  );
};

const HOUR = 60; // minutes

/** Until when a lead has to be answered, and what happens if it is not. */
export const Answer = ({ rule: { respondWithin, reassignments, escalateTo } }: Props) => {
  const [t, nameOf] = [useLeadRulesTexts(), useNames()];
  if (respondWithin === null) return <span className="muted">{t('noLimit')}</span>;
  const isHours = respondWithin % HOUR === 0;
  return (
    <>
      <span className="say">
        {isHours ? t('hours', { count: respondWithin / HOUR }) : t('minutes', { count: respondWithin })}
      </span>
      <span className="small muted say">{t('reassigned', { count: reassignments })}</span>
      <span className="small muted say">
        {escalateTo === null ? t('noManager') : t('manager', { name: nameOf(escalateTo) })}
      </span>
    </>
  );
};
