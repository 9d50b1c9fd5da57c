import { useId } from 'react';
import { CopyButton } from '../../design/copy-button.js';
import { SideDrawer } from '../../design/dialog.js';
import { useLanguage } from '../../words/language.js';
import type { Form } from './form-drawers.js';
import { snippetOf } from './snippet.js';
import { useSnippetTexts } from './snippet-texts.js';

const WIDTH = 720;
const LINES = 24;

type Props = { readonly form: Form; readonly onClose: () => void };

/** The HTML of a form, to be pasted into a page of a web site. */
export const SnippetDrawer = ({ form, onClose }: Props) => {
  const [t, language, id] = [useSnippetTexts(), useLanguage(), useId()];
  const words = {
    ...{ nameLabel: t('nameLabel'), companyLabel: t('companyLabel'), emailLabel: t('emailLabel') },
    ...{ phoneLabel: t('phoneLabel'), needLabel: t('needLabel'), emptyLabel: t('emptyLabel') },
    sendLabel: t('sendLabel'),
  };
  const text = snippetOf({ form, server: location.origin, language, words });
  return (
    <SideDrawer title={t('title', { name: form.name })} width={WIDTH} onClose={onClose}>
      <div className="drawer-form">
        <Warnings form={form} />
        <ul className="plain small">
          {(['paste', 'server', 'fields', 'hidden', 'limits'] as const).map((key) => (
            <li key={key}>{t(key, { server: location.origin })}</li>
          ))}
        </ul>
        <div className="field">
          <label htmlFor={id}>HTML</label>
          <textarea id={id} className="in code" readOnly rows={LINES} value={text} spellCheck={false} />
        </div>
        <div className="drawer-foot">
          <CopyButton text={text} isMain />
        </div>
      </div>
    </SideDrawer>
  );
};

/** What keeps the form from capturing leads as its visitors expect. */
const Warnings = ({ form: { status, origins, redirectTo } }: Pick<Props, 'form'>) => {
  const t = useSnippetTexts();
  const found = [
    ...(status === 'off' ? (['isOff'] as const) : []),
    ...(origins.length === 0 ? (['noOrigins'] as const) : []),
    ...(redirectTo === null ? (['noRedirect'] as const) : []),
  ];
  return found.map((each) => (
    <p key={each} className="notice">
      {t(each)}
    </p>
  ));
};
