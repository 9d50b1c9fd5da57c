import { useMutation } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import { Confirm } from '../../design/confirm.js';
import { ShownOnce } from '../../design/shown-once.js';
import { useUserTexts } from '../administration/user-texts.js';
import type { User } from './user-type.js';

type Props = { readonly user: Pick<User, 'userId' | 'displayName'>; readonly onClose: () => void };

/** Asks before the present password ends, and shows the one that replaces it once. */
export const OneTimePassword = ({ user: { userId, displayName: name }, onClose }: Props) => {
  const t = useUserTexts();
  const act = useMutation({
    mutationFn: () => answerOf(api.POST('/v1/users/{userId}/one-time-password', { params: { path: { userId } } })),
    gcTime: 0,
  });
  const { data } = act;
  if (data)
    return (
      <ShownOnce title={t('issued', { name })} label={t('password')} text={data.oneTimePassword} onClose={onClose}>
        {data.apiKeys > 0 && <p>{t('keysStay', { count: data.apiKeys })}</p>}
      </ShownOnce>
    );
  return (
    <Confirm title={t('issueTitle', { name })} action={t('issue')} act={act} onClose={onClose}>
      {t('issueWhy')}
    </Confirm>
  );
};
