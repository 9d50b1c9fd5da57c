import { useParams } from 'react-router';
import { PageHead } from '../../design/page-head.js';
import { ErrorNotice, Waiting } from '../../design/states.js';
import { useLanguage, type Language } from '../../words/language.js';
import { Acts } from './acts.js';
import { DetailsFile, Problems, RunFigures, UndoFigures } from './figures.js';
import { TaskState } from './task-state.js';
import { useImportTexts } from './texts.js';
import { useAct, useImport, type Import as Entry } from './use-import.js';

/** An import: how far it is, what it has brought, and what can be done about it. */
const Import = () => {
  const [t, { importId = '' }, language] = [useImportTexts(), useParams(), useLanguage()];
  const { data, error, refetch } = useImport(importId);
  const asking = useAct(importId);
  const problem = error ?? asking.error;
  return (
    <>
      <PageHead
        title={data ? titleOf(data, language) : importId}
        parent={{ title: t('imports'), to: '/imports', here: importId }}
        actions={data && <Acts of={data} asking={asking} />}
      />
      <div className="page">
        {problem && <ErrorNotice error={problem} retry={error ? () => void refetch() : undefined} />}
        {data ? <Found of={data} /> : <Waiting error={error} />}
      </div>
    </>
  );
};

const titleOf = ({ files, mapping }: Entry, language: Language) =>
  files.join(language === 'zh' ? '、' : ', ') || mapping;

const Found = ({ of }: { readonly of: Entry }) => {
  const t = useImportTexts();
  const { task } = of;
  if (!task) return <p className="muted">{t('none')}</p>;
  const { figures, undone, kind } = task;
  return (
    <>
      <TaskState task={task} />
      {figures && <RunFigures figures={figures} isDry={kind === 'dry-run'} aside={<DetailsFile of={of} />} />}
      {undone && <UndoFigures undone={undone} aside={<DetailsFile of={of} />} />}
      {figures && figures.problems.length > 0 && <Problems problems={figures.problems} />}
    </>
  );
};

export default Import;
