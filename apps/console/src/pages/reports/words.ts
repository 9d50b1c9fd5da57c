import { useQuery } from '@tanstack/react-query';
import { allCommands, allLists, type Field } from '../../api/catalogue.js';
import { useLanguage, type Language } from '../../words/language.js';
import { useReportsTexts } from './texts.js';

/** Every field of the API by name, lists before commands: what a dimension of a report is called, and its values. */
const readFields = async (): Promise<ReadonlyMap<string, Field>> => {
  const [lists, commands] = await Promise.all([allLists(), allCommands()]);
  const fields = [
    ...Object.values(lists).flatMap(({ columns }) => columns),
    ...Object.values(commands).flatMap((command) => command.fields),
  ];
  return new Map(
    fields
      .filter(({ label }) => label)
      .map((field) => [field.name, field] as const)
      .toReversed(),
  );
};

const OWN = {
  year: 'year',
  quarter: 'quarter',
  month: 'month',
  department: 'department',
  employee: 'employee',
  rule: 'rule',
  customer: 'customer',
  by: 'takenBy',
  complains: 'complains',
  status: 'status',
  stage: 'stage',
  ...({ openedYear: 'openedYear', openedQuarter: 'openedQuarter', openedMonth: 'openedMonth' } as const),
  ...({ closedYear: 'closedYear', closedQuarter: 'closedQuarter', closedMonth: 'closedMonth' } as const),
  ...({ expectedQuarter: 'expectedQuarter', expectedMonth: 'expectedMonth' } as const),
  ...({ forecastCategory: 'forecastCategory', manager: 'manager', team: 'team', series: 'series' } as const),
  source: 'source',
} as const;

/** The values of a dimension that is no field of a list or a command. */
const CATEGORIES = ['commit', 'best-case', 'pipeline'] as const;

const REPORTS = ['deals', 'sales', 'complaints', 'unknown-callers', 'contact-breaches'] as const;

const wordOf = (field: Field | undefined, value: string, language: Language): string =>
  field?.values?.find((each) => String(each.value) === value)?.[language] ?? value;

/** The fields with the words for the values of a dimension. */
const namesFor = (dimension: string) => (dimension === 'stage' ? ['step', 'outcome'] : [dimension]);

/** What reports, dimensions and their values are called. */
export const useReportWords = () => {
  const [t, language] = [useReportsTexts(), useLanguage()];
  const { data } = useQuery({ queryKey: ['fields'], queryFn: readFields, staleTime: Infinity });
  return {
    report: (name: string) => {
      const known = REPORTS.find((each) => each === name);
      return known ? t(known) : name;
    },
    dimension: (name: string) => {
      const own = OWN[name as keyof typeof OWN] as (typeof OWN)[keyof typeof OWN] | undefined;
      return own ? t(own) : (data?.get(name)?.label?.[language] ?? name);
    },
    value: (name: string, value: string | number | boolean | null) => {
      if (value === null) return t('unknown');
      if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
      const category = name === 'forecastCategory' ? CATEGORIES.find((each) => each === value) : undefined;
      return category
        ? t(category)
        : namesFor(name).reduce((text, each) => wordOf(data?.get(each), text, language), `${value}`);
    },
    /** Whether its values must not stand in an address. */
    isPersonal: (name: string) => data?.get(name)?.personal ?? false,
  };
};

export type ReportWords = ReturnType<typeof useReportWords>;
