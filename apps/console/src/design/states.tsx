import type { ReactNode } from 'react';
import { ApiProblem, Unreachable } from '../api/problem.js';
import { texts } from '../words/texts.js';

const useTexts = texts({
  retry: ['Try again', '重试'],
  unreachable: [
    'Annals cannot be reached. What you see is what was last known; nothing that you entered is lost.',
    '无法连接 Annals。当前显示的是最近一次的数据，您输入的内容不会丢失。',
  ],
  failed: ['This cannot be shown at the moment.', '暂时无法显示。'],
  loading: ['Loading', '正在加载'],
});

/** What an error says to the user, in the language that is shown. */
export const useProblemText = (): ((error: unknown) => string) => {
  const t = useTexts();
  return (error) => {
    if (error instanceof ApiProblem) return error.message;
    return t(error instanceof Unreachable ? 'unreachable' : 'failed');
  };
};

type ErrorNoticeProps = { readonly error: unknown; readonly retry?: (() => void) | undefined };

/** A line above the last good data: what went wrong, and another try. */
export const ErrorNotice = ({ error, retry }: ErrorNoticeProps) => {
  const [t, textOf] = [useTexts(), useProblemText()];
  return (
    <div className="notice" role="alert">
      <span>{textOf(error)}</span>
      {retry && (
        <button type="button" className="btn" onClick={retry}>
          {t('retry')}
        </button>
      )}
    </div>
  );
};

type EmptyProps = { readonly title: string; readonly children?: ReactNode; readonly actions?: ReactNode };

/** What is missing, why, and what would show something. */
export const Empty = ({ title, children, actions }: EmptyProps) => (
  <div className="empty">
    <svg className="art" viewBox="0 0 96 48" aria-hidden="true">
      <path d="M8 40h80M16 40V28M28 40V20M40 40v-8M52 40v-4" />
      <path d="M64 40V16M76 40V24" strokeDasharray="2 3" />
    </svg>
    <h2>{title}</h2>
    {children && <p className="muted">{children}</p>}
    {actions && <div className="acts">{actions}</div>}
  </div>
);

/** A place of the final height while something loads. */
export const Skeleton = ({ width = '60%' }: { readonly width?: string }) => <span className="sk" style={{ width }} />;

/** Lines that stand for a section while it loads. */
export const SkeletonLines = ({ count = 4 }: { readonly count?: number }) => {
  const t = useTexts();
  return (
    <div aria-busy="true" aria-label={t('loading')} role="status">
      {Array.from({ length: count }, (_, index) => (
        <p key={index} style={{ padding: '6px 0' }}>
          <Skeleton width={`${84 - ((index * 17) % 40)}%`} />
        </p>
      ))}
    </div>
  );
};

/** Lines that stand for what loads, unless it cannot be loaded, as a notice says then. */
export const Waiting = ({ error }: { readonly error: unknown }) => (error ? null : <SkeletonLines />);
