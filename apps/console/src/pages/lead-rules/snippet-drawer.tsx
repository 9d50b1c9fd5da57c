import { useId, useState } from 'react';
import { CopyButton } from '../../design/copy-button.js';
import { SideDrawer } from '../../design/dialog.js';
import { useLanguage } from '../../words/language.js';
import type { Form } from './form-drawers.js';
import { LABELS, snippetOf, type SnippetWords } from './snippet.js';
import { useSnippetTexts } from './snippet-texts.js';

const WIDTH = 720;
const LINES = 24;

type Props = { readonly form: Form; readonly onClose: () => void };

/** The HTML of a form, to be pasted into a page of a web site. */
export const SnippetDrawer = ({ form, onClose }: Props) => {
  const [t, language, id] = [useSnippetTexts(), useLanguage(), useId()];
  const [asksCountry, askCountry] = useState(false);
  const words = Object.fromEntries(LABELS.map((label) => [label, t(label)])) as SnippetWords;
  const text = snippetOf({ form, server: location.origin, language, words, asksCountry });
  return (
    <SideDrawer title={t('title', { name: form.name })} width={WIDTH} onClose={onClose}>
      <div className="drawer-form">
        <Warnings form={form} />
        <ul className="plain small">
          {(['paste', 'server', 'fields', 'hidden', 'limits'] as const).map((key) => (
            <li key={key}>{t(key, { server: location.origin })}</li>
          ))}
        </ul>
        <label className="check">
          <input type="checkbox" checked={asksCountry} onChange={({ target }) => askCountry(target.checked)} />
          {t('asksCountry')}
        </label>
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
