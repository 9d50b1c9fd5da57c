import { number } from '../../design/format.js';
import { Moment } from '../../design/moment.js';
import { useLanguage } from '../../words/language.js';
import { useOperationTexts } from './operation-texts.js';
import type { View } from './view.js';

const WELL = ['live', 'catching-up', 'rebuilding', 'placing'];

type OfView = { readonly view: View };

export const Name = ({ view: { name, version } }: OfView) => {
  const t = useOperationTexts();
  return (
    <>
      <span className="strong">{name}</span> <span className="small faint">{t('version', { version })}</span>
    </>
  );
};

/** With what to do about a view that stands still. */
export const State = ({ view }: OfView) => {
  const { state, advice, failure, trouble, lag, rebuild } = view;
  const t = useOperationTexts();
  return (
    <>
      <span className={WELL.includes(state) ? 'muted' : 'tag bad'}>{t(state)}</span>
      <span className="only-s small">
        {lag.events > 0 && <Lag events={lag.events} />} {rebuild && <Rebuild view={view} />}
      </span>
      {[failure?.message, trouble, advice].map(
        (each) =>
          each !== undefined && (
            <span key={each} className="small bad say">
              {each}
            </span>
          ),
      )}
    </>
  );
};

export const Lag = ({ events }: { readonly events: number }) => {
  const [t, language] = [useOperationTexts(), useLanguage()];
  if (events === 0) return <span className="faint">{t('none')}</span>;
  return t('events', { count: events, number: number(events, language) });
};

type ParkedProps = { readonly name: string; readonly parked: number; readonly look: (projection: string) => void };

export const Parked = ({ name, parked, look }: ParkedProps) => {
  const [t, language] = [useOperationTexts(), useLanguage()];
  if (parked === 0) return <span className="faint">{t('none')}</span>;
  return (
    <button type="button" className="link figure bad" onClick={() => look(name)}>
      {number(parked, language)}
      <span className="sr"> {name}</span>
    </button>
  );
};

const PERCENT = 100;

export const Rebuild = ({ view: { name, rebuild } }: OfView) => {
  const [t, language] = [useOperationTexts(), useLanguage()];
  if (!rebuild) return <span className="faint">{t('never')}</span>;
  const { state, position, head, documents, startedAt, endedAt, error } = rebuild;
  if (state === 'running') {
    const share = head === 0 ? PERCENT : Math.round((position / head) * PERCENT);
    return (
      <span className="small" title={t('documents', { count: documents, number: number(documents, language) })}>
        {t('running', { share })}
        <span className="bar" role="progressbar" aria-label={name} aria-valuenow={share}>
          <span style={{ width: `${share}%` }} />
        </span>
      </span>
    );
  }
  return (
    <span className={state === 'done' ? 'muted' : 'bad'} title={error}>
      {t(`rebuild-${state}`)} <Moment at={endedAt ?? startedAt} />
    </span>
  );
};
