import { useListForm } from '../../design/list/use-list.js';
import { useValueWords } from '../../design/value-words.js';
import { useWords } from '../../words/language.js';
import { useLeadsTexts } from './texts.js';

const KNOWN = ['name', 'jobTitle', 'company', 'phone', 'email', 'need', 'budget', 'products', 'contact'] as const;
type Known = (typeof KNOWN)[number];

const isKnown = (name: string): name is Known => (KNOWN as readonly string[]).includes(name);

/** A fact of a lead and its value in words: those of the fields of the list, or of what is known at all. */
export const useFactWords = (): ((fact: string, value: string | null) => string) => {
  const [t, word, valueWord] = [useLeadsTexts(), useWords(), useValueWords()];
  const fields = useListForm('/v1/leads')?.columns ?? [];
  const named = (fact: string) => {
    const label = fields.find(({ name }) => name === fact)?.label;
    return label ? word(label) : fact;
  };
  const said = (fact: string, value: string) => {
    const known = fact === 'has' ? value : fact.replace(/^has\./, '');
    if (!fact.startsWith('has') || !isKnown(known)) return undefined;
    return fact === 'has' ? t(`has-${known}`) : `${t(`has-${known}`)}: ${t(value === 'yes' ? 'yes' : 'no')}`;
  };
  return (fact, value) => {
    if (value === null) return named(fact);
    if (fact === 'step') return `${t('step')}: ${valueWord('NamedLeadStatus', value)}`;
    return said(fact, value) ?? `${named(fact)}: ${value}`;
  };
};
