import { useQuery } from '@tanstack/react-query';
import { allCommands, allLists, type Field } from '../../api/catalogue.js';
import { useAddress } from '../../design/use-address.js';
import { useLanguage, type Language } from '../../words/language.js';
import { useReportsTexts } from './texts.js';
import { FIRST } from './use-report.js';

/**
 * Every field of the API by name, lists before commands, and those of a list also as `/v1/deals.status`: what a dimension of a
 * report is called, and its values.
 */
const readFields = async (): Promise<ReadonlyMap<string, Field>> => {
  const [lists, commands] = await Promise.all([allLists(), allCommands()]);
  const columns = Object.entries(lists).flatMap(([list, { columns }]) => columns.map((field) => ({ list, field })));
  const fields = [
    ...columns.map(({ field }) => [field.name, field] as const),
    ...columns.map(({ list, field }) => [`${list}.${field.name}`, field] as const),
    ...Object.values(commands).flatMap((command) => command.fields.map((field) => [field.name, field] as const)),
  ];
  return new Map(fields.filter(([, { label }]) => label).toReversed());
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

const STATUS = '/v1/deals.status';

/** The fields with the words for the values of a dimension; a report prefers those of the list of its name. */
const namesFor = (report: string, dimension: string) => {
  if (dimension === 'outcome') return [STATUS];
  return dimension === 'stage' ? ['/v1/deals.step', STATUS] : [`/v1/${report}.${dimension}`, dimension];
};

/** What reports, dimensions and their values are called. */
export const useReportWords = () => {
  const [t, language, [address]] = [useReportsTexts(), useLanguage(), useAddress()];
  const report = address.get('report') ?? FIRST.report;
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
      if (category) return t(category);
      return namesFor(report, name).reduce((text, each) => wordOf(data?.get(each), text, language), `${value}`);
    },
    /** Whether its values must not stand in an address. */
    isPersonal: (name: string) => data?.get(name)?.personal ?? false,
  };
};

export type ReportWords = ReturnType<typeof useReportWords>;
