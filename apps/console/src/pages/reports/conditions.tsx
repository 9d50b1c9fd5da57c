import { AddChip } from '../../design/list/add-chip.js';
import { ErrorNotice, SkeletonLines } from '../../design/states.js';
import { Choices, Pick } from './pick.js';
import { useReportsTexts } from './texts.js';
import { useReport, type Asked, type useAsked } from './use-report.js';
import { useReportWords } from './words.js';

type Props = { readonly asked: Asked; readonly set: ReturnType<typeof useAsked>['set'] };
type OfDimension = Props & { readonly dimension: string };

const MANY = 100; // values that can be chosen together

/** A dimension that is kept to some values. */
export const Condition = ({ dimension, asked, set }: OfDimension) => {
  const [words, t] = [useReportWords(), useReportsTexts()];
  const values = (asked.where[dimension] ?? []).map((each) => words.value(dimension, each));
  return (
    <Pick label={words.dimension(dimension)} menu={<Values dimension={dimension} asked={asked} set={set} />}>
      {words.dimension(dimension)} {t('is')} {values.join(', ')}
    </Pick>
  );
};

/** The values that there are, from the report itself. */
const Values = ({ dimension, asked, set }: OfDimension) => {
  const words = useReportWords();
  const { [dimension]: chosen = [], ...where } = asked.where;
  const found = useReport({ ...asked, by: [dimension], where });
  if (found.error) return <ErrorNotice error={found.error} />;
  if (!found.data) return <SkeletonLines />;
  const named = new Map<string, string>();
  for (const { key, labels } of found.data.rows) {
    const value = key[dimension];
    if (value != null) named.set(String(value), labels[dimension] ?? words.value(dimension, value));
  }
  return (
    <Choices
      all={[...named].map(([value, text]) => ({ value, text }))}
      chosen={chosen}
      onChange={(next) => set(dimension, next)}
      most={MANY}
    />
  );
};

/** A further condition; values that are personal would stand in the address, and are not offered. */
export const AddCondition = ({ asked, set }: Props) => {
  const [t, words] = [useReportsTexts(), useReportWords()];
  const free = asked.definition.dimensions.filter(
    ({ name, personal }) => !(name in asked.where) && !personal && !words.isPersonal(name),
  );
  return (
    <AddChip
      text={t('addFilter')}
      all={free.map(({ name }) => name)}
      nameOf={(name) => name}
      labelOf={(name) => words.dimension(name)}
    >
      {(dimension) => <Values dimension={dimension} asked={asked} set={set} />}
    </AddChip>
  );
};
