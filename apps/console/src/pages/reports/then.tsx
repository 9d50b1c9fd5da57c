import { day } from '../../design/dates.js';
import { useMay } from '../../session/use-session.js';
import { useLanguage } from '../../words/language.js';
import { Choices, Pick } from './pick.js';
import { useReportsTexts } from './texts.js';
import type { Asked, useAsked } from './use-report.js';

type MomentProps = {
  readonly asked: Pick<Asked, 'asOf' | 'axis'>;
  readonly setMoment: ReturnType<typeof useAsked>['setMoment'];
};

/** The moment as of which the figures are shown. */
export const Then = ({ asked, setMoment }: MomentProps) => {
  const [t, may, language] = [useReportsTexts(), useMay(), useLanguage()];
  const { asOf } = asked;
  return may('history.read') ? (
    <>
      {t('asOf')}{' '}
      <Pick label={t('moment')} menu={<MomentChoice asked={asked} setMoment={setMoment} />} isThen={asOf !== undefined}>
        {asOf === undefined ? t('now') : day(asOf, language)}
      </Pick>
    </>
  ) : null;
};

const MomentChoice = ({ asked: { asOf, axis }, setMoment }: MomentProps) => {
  const t = useReportsTexts();
  return (
    <>
      <label className="field">
        <span className="lab">{t('day')}</span>
        <input
          className="in"
          type="date"
          value={asOf ?? ''}
          max={new Date().toISOString().slice(0, 10)}
          onChange={({ target }) => setMoment(target.value === '' ? undefined : target.value, axis)}
        />
      </label>
      {asOf !== undefined && (
        <>
          <Choices
            all={[
              { value: 'recorded', text: t('known') },
              { value: 'occurred', text: t('true') },
            ]}
            chosen={[axis]}
            onChange={([next = 'recorded']) => setMoment(asOf, next)}
          />
          <button type="button" className="btn" onClick={() => setMoment(undefined, axis)}>
            {t('back')}
          </button>
        </>
      )}
    </>
  );
};
