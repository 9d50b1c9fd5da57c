import { useQuery } from '@tanstack/react-query';
import type { WordedSchema } from '../generated/api.js';
import { allWords } from '../api/catalogue.js';
import { useLanguage } from '../words/language.js';

/** The word for a value by the name of its schema, such as `LifecycleState`; the value itself where there is none. */
export const useValueWords = (): ((schema: WordedSchema, value: string) => string) => {
  const language = useLanguage();
  const { data } = useQuery({ queryKey: ['words'], queryFn: allWords, staleTime: Infinity });
  return (schema, value) => data?.[schema]?.values[value]?.[language] ?? value;
};
