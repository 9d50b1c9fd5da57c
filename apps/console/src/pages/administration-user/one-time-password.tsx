import { useMutation } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import { Dialog } from '../../design/dialog.js';
import { ShownOnce } from '../../design/shown-once.js';
import { ErrorNotice } from '../../design/states.js';
import { useUserTexts } from '../administration/user-texts.js';
import type { User } from './user-type.js';

type Props = { readonly user: Pick<User, 'userId' | 'displayName'>; readonly onClose: () => void };

/** Asks before the present password ends, and shows the one that replaces it once. */
export const OneTimePassword = ({ user: { userId, displayName: name }, onClose }: Props) => {
  const t = useUserTexts();
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: () => answerOf(api.POST('/v1/users/{userId}/one-time-password', { params: { path: { userId } } })),
    gcTime: 0,
  });
  if (data)
    return (
      <ShownOnce title={t('issued', { name })} label={t('password')} text={data.oneTimePassword} onClose={onClose}>
        {data.apiKeys > 0 && <p>{t('keysStay', { count: data.apiKeys })}</p>}
      </ShownOnce>
    );
  const footer = (
    <div className="drawer-foot">
      <button type="button" className="btn" onClick={onClose}>
        {t('cancel')}
      </button>
      <button type="button" className="btn main-act" disabled={isPending} onClick={() => mutate()}>
        {t('issue')}
      </button>
    </div>
  );
  return (
    <Dialog title={t('issueTitle', { name })} onClose={onClose} footer={footer}>
      {error && <ErrorNotice error={error} />}
      <p>{t('issueWhy')}</p>
    </Dialog>
  );
};
