import { Fragment } from 'react';
import { useLanguage } from '../../words/language.js';
import { AddCondition, Condition } from './conditions.js';
import { Choices, Pick } from './pick.js';
import { shortOf, type Shape } from './shape.js';
import { Then } from './then.js';
import { useReportsTexts } from './texts.js';
import type { Asked, Definition, useAsked } from './use-report.js';
import { useReportWords } from './words.js';

type Props = {
  readonly definitions: readonly Definition[];
  readonly asked: Asked;
  readonly set: ReturnType<typeof useAsked>['set'];
  readonly setMoment: ReturnType<typeof useAsked>['setMoment'];
  readonly shape: Shape | undefined;
};

const [MOST_FIGURES, MOST_DIMENSIONS] = [6, 3];

/** What the report shows, as a sentence whose nouns are menus; each language has its own order. */
export const Sentence = (props: Props) => {
  const [t, language] = [useReportsTexts(), useLanguage()];
  const [measures, report, dimensions] = [
    <Measures key="m" {...props} />,
    <Name key="r" {...props} />,
    <Dimensions key="d" {...props} />,
  ];
  const first =
    language === 'zh'
      ? [t('by'), dimensions, t('show'), report, t('of'), measures]
      : [t('show'), measures, t('of'), report, t('by'), dimensions];
  return (
    <p className="sentence">
      {first.map((part, index) => (
        <Fragment key={index}>{part} </Fragment>
      ))}
      <Currency {...props} />
      <Conditions {...props} />
      <Then {...props} />
    </p>
  );
};

const useJoined = () => {
  const t = useReportsTexts();
  return (names: readonly string[]) => names.join(` ${t('and')} `);
};

const Measures = ({ asked: { definition, measures }, set }: Props) => {
  const [t, joined] = [useReportsTexts(), useJoined()];
  const all = definition.measures.map(({ name, meaning }) => ({ value: name, text: meaning }));
  return (
    <Pick
      label={t('measures')}
      menu={<Choices all={all} chosen={measures} onChange={(next) => set('show', next)} most={MOST_FIGURES} />}
    >
      {joined(measures.map((name) => shortOf(definition, name)))}
    </Pick>
  );
};

const Name = ({ definitions, asked: { definition }, set }: Props) => {
  const [t, words] = [useReportsTexts(), useReportWords()];
  const all = definitions.map(({ name, summary }) => ({ value: name, text: words.report(name), help: summary }));
  return (
    <Pick
      label={t('report')}
      menu={<Choices all={all} chosen={[definition.name]} onChange={(next) => set('report', next)} />}
    >
      {words.report(definition.name)}
    </Pick>
  );
};

const Dimensions = ({ asked: { definition, by }, set }: Props) => {
  const [t, words, joined] = [useReportsTexts(), useReportWords(), useJoined()];
  const all = definition.dimensions.map(({ name }) => ({ value: name, text: words.dimension(name) }));
  const change = (next: readonly string[]) => set('by', next.length > 0 ? next : ['']);
  return (
    <Pick label={t('dimensions')} menu={<Choices all={all} chosen={by} onChange={change} most={MOST_DIMENSIONS} />}>
      {by.length > 0 ? joined(by.map(words.dimension)) : t('nothing')}
    </Pick>
  );
};

const Currency = ({ shape, set }: Props) => {
  const t = useReportsTexts();
  if (!shape?.currency || shape.currencies.length < 2) return null;
  const all = shape.currencies.map((each) => ({ value: each, text: each }));
  return (
    <>
      {t('in')}{' '}
      <Pick
        label={t('currency')}
        menu={<Choices all={all} chosen={[shape.currency]} onChange={(next) => set('in', next)} />}
      >
        {shape.currency}
      </Pick>{' '}
    </>
  );
};

const Conditions = ({ asked, set }: Props) => {
  const t = useReportsTexts();
  return (
    <>
      {Object.keys(asked.where).map((dimension, index) => (
        <Fragment key={dimension}>
          {t(index === 0 ? 'where' : 'and')} <Condition dimension={dimension} asked={asked} set={set} />{' '}
        </Fragment>
      ))}
      <AddCondition asked={asked} set={set} />{' '}
    </>
  );
};
