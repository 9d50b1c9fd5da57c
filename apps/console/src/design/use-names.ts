import { useQuery } from '@tanstack/react-query';
import { searchPage } from '../api/list.js';
import { useMay } from '../session/use-session.js';
import { useLanguage, type Words } from '../words/language.js';

type Row = { readonly userId: string; readonly displayName: string };

const MOST = 1_000;

/** What Annals does by itself. */
const SYSTEM: Readonly<Record<string, Words>> = {
  'system:clock': { en: 'Clock', zh: '系统时钟' },
  'system:form': { en: 'Web form', zh: '网页表单' },
  'system:import': { en: 'Import', zh: '数据导入' },
  'system:policy': { en: 'Automatic rule', zh: '自动规则' },
  'system:start': { en: 'Start of Annals', zh: '系统启动' },
  'system:upgrade': { en: 'Upgrade of Annals', zh: '系统升级' },
};

/** The name of a user by id, as far as the caller may see users; otherwise the id. */
export const useNames = (): ((userId: string) => string) => {
  const [may, language] = [useMay(), useLanguage()];
  const { data } = useQuery({
    queryKey: ['users', 'names'],
    queryFn: ({ signal }) => searchPage<Row>('/v1/users', { limit: MOST }, signal),
    enabled: may('organisation.read'),
    staleTime: 5 * 60_000,
  });
  const names = new Map(data?.items.map(({ userId, displayName }) => [userId, displayName]));
  return (userId) => names.get(userId) ?? SYSTEM[userId.split('/')[0]!]?.[language] ?? userId;
};
