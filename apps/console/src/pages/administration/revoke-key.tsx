import { useMutation } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import { Dialog } from '../../design/dialog.js';
import { ErrorNotice } from '../../design/states.js';
import { showToast } from '../../design/toast.js';
import { useRefresh } from '../../session/use-session.js';
import { useKeyTexts } from './key-texts.js';
import type { ApiKey } from './api-key.js';

type Props = { readonly apiKey: ApiKey; readonly onClose: () => void };

/** Asks before a key ends, because that cannot be undone. */
export const RevokeKey = ({ apiKey: { keyId, name }, onClose }: Props) => {
  const [t, refresh] = [useKeyTexts(), useRefresh()];
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => answerOf(api.DELETE('/v1/api-keys/{keyId}', { params: { path: { keyId } } })),
    onSuccess: async () => {
      showToast({ text: t('revokedToast', { name }) });
      await refresh();
      onClose();
    },
  });
  const footer = (
    <div className="drawer-foot">
      <button type="button" className="btn" onClick={onClose}>
        {t('cancel')}
      </button>
      <button type="button" className="btn danger" disabled={isPending} onClick={() => mutate()}>
        {t('revoke')}
      </button>
    </div>
  );
  return (
    <Dialog title={t('revokeTitle', { name })} onClose={onClose} footer={footer}>
      {error && <ErrorNotice error={error} />}
      <p>{t('revokeWhy')}</p>
    </Dialog>
  );
};
