import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { answerOf, api } from '../../api/client.js';
import { addressOf } from '../../design/addresses.js';
import { ErrorNotice, SkeletonLines } from '../../design/states.js';
import { useTitle } from '../../design/use-title.js';
import { LanguageChoice } from '../../session/preferences.js';
import type { QuoteVersion } from '../quote/quote-types.js';
import { Paper } from './paper.js';
import { usePrintTexts } from './texts.js';

/** A version of a quote as it is printed: what it said then, whatever came after it. */
const QuotePrintPage = () => {
  const { quoteId = '' } = useParams();
  const version = useSearchParams()[0].get('version') ?? '1';
  const versionId = `${quoteId}:v${version}`;
  const { data, error, refetch } = useQuery({
    queryKey: ['quote', quoteId, 'version', version],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/v1/quote-versions/{versionId}', { params: { path: { versionId } }, signal })),
  });
  if (data) return <Shown quote={data} />;
  return (
    <div className="page">
      {error ? <ErrorNotice error={error} retry={() => void refetch()} /> : <SkeletonLines count={8} />}
    </div>
  );
};

const Shown = ({ quote }: { readonly quote: QuoteVersion }) => {
  const t = usePrintTexts();
  useTitle(`${quote.number ?? quote.quoteId} v${quote.version}`);
  return (
    <div className="page print-page">
      <div className="print-tools">
        <Link className="btn" to={addressOf.quote(quote.quoteId)}>
          {t('back')}
        </Link>
        <LanguageChoice />
        <button type="button" className="btn main-act" onClick={() => print()}>
          {t('print')}
        </button>
      </div>
      <Paper quote={quote} />
    </div>
  );
};

export default QuotePrintPage;
