import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import { PageHead } from '../../design/page-head.js';
import { Empty, ErrorNotice, SkeletonLines } from '../../design/states.js';
import { useMay } from '../../session/use-session.js';
import { ChooseFile } from './choose-file.js';
import { ImportTable } from './import-table.js';
import { useImportsTexts } from './texts.js';

const EVERY = 10_000; // ms between two looks, because imports may be under way

/** What was imported, the newest first, with the rows that could not be and what became of undone ones. */
const Imports = () => {
  const [t, may] = [useImportsTexts(), useMay()];
  const { data, error, refetch } = useQuery({
    queryKey: ['imports'],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/imports', { signal })),
    refetchInterval: EVERY,
  });
  return (
    <>
      <PageHead title={t('title')} actions={may('imports.run') && <ChooseFile />} />
      <div className="page">
        {error && <ErrorNotice error={error} retry={() => void refetch()} />}
        {!data && !error && <SkeletonLines />}
        {data && <Found imports={data.items} />}
      </div>
    </>
  );
};

const Found = ({ imports }: { readonly imports: Parameters<typeof ImportTable>[0]['imports'] }) => {
  const t = useImportsTexts();
  if (imports.length > 0) return <ImportTable imports={imports} />;
  return (
    <Empty title={t('none')}>
      {t('noneWhy')} <kbd>npm run annals -- import mapping.json customers.csv</kbd>
    </Empty>
  );
};

export default Imports;
