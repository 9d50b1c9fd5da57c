import { useSyncExternalStore } from 'react';
import { theme, type ThemeConfig } from 'antd';
import tokens from './tokens.json?raw';
import type { Language } from '../words/language.js';

export type Theme = 'light' | 'dark';

type Values = Readonly<Record<string, string | number>>;
type Tokens = {
  readonly antd: Readonly<Record<Theme | 'shared' | 'zh', Values>> & { readonly components: object };
  readonly custom: Readonly<Record<Theme, Readonly<Record<string, string | readonly string[]>>>>;
};

const { antd, custom } = JSON.parse(tokens) as Tokens;

const STORED = 'annals.theme';
/** Without an animation, what waits for its end is never shown. */
const still = matchMedia('(prefers-reduced-motion: reduce)');
const dark = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

/** The theme that the user has chosen, otherwise that of the system. */
export const currentTheme = (): Theme => {
  const stored = localStorage.getItem(STORED);
  if (stored === 'light' || stored === 'dark') return stored;
  return dark.matches ? 'dark' : 'light';
};

export const switchTheme = (to: Theme): void => {
  localStorage.setItem(STORED, to);
  applyTheme();
  for (const changed of listeners) changed();
};

export const useTheme = (): Theme =>
  useSyncExternalStore((changed) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, currentTheme);

/** Names of custom properties, and the tokens of Ant Design that have their values. */
const SHARED = {
  bg: 'colorBgBase',
  'bg-sub': 'colorBgLayout',
  'bg-hover': 'colorFillTertiary',
  'bg-raised': 'colorBgElevated',
  line: 'colorSplit',
  'line-strong': 'colorBorder',
  text: 'colorText',
  'text-2': 'colorTextSecondary',
  'text-3': 'colorTextTertiary',
  accent: 'colorPrimary',
  'accent-hover': 'colorPrimaryHover',
  'accent-soft': 'colorPrimaryBg',
  'on-accent': 'colorTextLightSolid',
  bad: 'colorError',
  'bad-soft': 'colorErrorBg',
  good: 'colorSuccess',
};

/** Sets the custom properties of the theme on the document. */
export const applyTheme = (): void => {
  const [shown, { style, dataset }] = [currentTheme(), document.documentElement];
  dataset['theme'] = shown;
  for (const [name, token] of Object.entries(SHARED)) style.setProperty(`--${name}`, String(antd[shown][token]));
  for (const [name, value] of Object.entries(custom[shown]))
    [value].flat().forEach((each, index) => style.setProperty(`--${name}${index === 0 ? '' : `-${index + 1}`}`, each));
};

/** The colours of charts, from the first series on. */
export const chartColours = (): readonly string[] => [custom[currentTheme()]['chart'] ?? []].flat();

/** The same design for the parts of Ant Design. */
export const antdTheme = (shown: Theme, language: Language): ThemeConfig => ({
  algorithm: shown === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
  token: { ...antd.shared, ...antd[shown], ...(language === 'zh' ? antd.zh : {}), motion: !still.matches },
  components: antd.components,
  hashed: false,
});
