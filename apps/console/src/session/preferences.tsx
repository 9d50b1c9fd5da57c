import { switchTheme, useTheme } from '../design/theme.js';
import { switchLanguage, useLanguage } from '../words/language.js';
import { texts } from '../words/texts.js';

const useTexts = texts({
  theme: ['Theme', '主题'],
  light: ['Light', '浅色'],
  dark: ['Dark', '深色'],
});

/** The language; each is written in itself. */
export const LanguageChoice = () => {
  const shown = useLanguage();
  return (
    <div className="seg mini" role="group" aria-label="Language · 语言">
      <button type="button" aria-pressed={shown === 'en'} lang="en" onClick={() => switchLanguage('en')}>
        English
      </button>
      <button type="button" aria-pressed={shown === 'zh'} lang="zh-CN" onClick={() => switchLanguage('zh')}>
        中文
      </button>
    </div>
  );
};

export const ThemeChoice = () => {
  const [shown, t] = [useTheme(), useTexts()];
  return (
    <div className="seg mini" role="group" aria-label={t('theme')}>
      {(['light', 'dark'] as const).map((each) => (
        <button key={each} type="button" aria-pressed={shown === each} onClick={() => switchTheme(each)}>
          {t(each)}
        </button>
      ))}
    </div>
  );
};
